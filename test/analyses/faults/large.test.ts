import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { Flow } from '../../../src/graph/architecture.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import { draft } from '../support/document.js';

const length = 100_000;

/** A chain of calls as long as a model can be: nothing may recurse along it. */
function longChain(options: { readonly closed: boolean }) {
  const d = draft();
  d.element('user', 'user');
  for (let index = 0; index < length; index += 1)
    d.elements.push({ id: `c${index}`, kind: 'component', name: 'c', facts: {} });
  const flows: Flow[] = [{ id: 'visit', verb: 'visits', from: 'user', to: 'c0', facts: {} }];
  for (let index = 1; index < length; index += 1) {
    flows.push({ id: `f${index}`, verb: 'calls', from: `c${index - 1}`, to: `c${index}`, facts: {} });
  }
  if (options.closed) flows.push({ id: 'back', verb: 'calls', from: `c${length - 1}`, to: 'c0', facts: {} });
  d.journey('user', 'read', `c${length - 1}`);
  return createGraph({ ...d.document(), flows });
}

test.each([false, true])('a chain of 100,000 elements, closed to a ring: %s', (closed) => {
  const faults = analyseFaults(longChain({ closed }));
  const [journey] = faults.journeys;
  expect(journey?.state).toBe('works');
  expect(journey?.path).toHaveLength(length);
  expect(faults.simulate(['c5']).journeys[0]?.state).toBe('broken');
});
