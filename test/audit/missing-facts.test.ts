import { missingFacts } from '../../src/audit/missing-facts.js';
import { build } from '../support/build.js';
import { smallShop } from './sites.js';

const model = build(smallShop().site)[0]!;
const waiting = (subject: (typeof model)['elements'][number] | (typeof model)['flows'][number] | 'model', fact = 'a') =>
  ({ fact, wanted: `State ${fact}.`, rule: 'test/x', subject }) as const;

test('subjects stand in the order of the model, each once, whoever asked first', () => {
  const backwards = [...model.elements, ...model.flows].reverse();
  const [missing] = missingFacts(
    model,
    [...backwards, ...backwards].map((subject) => waiting(subject)),
  );
  expect(missing).toEqual({
    ...{ fact: 'a', wanted: 'State a.', rules: ['test/x'] },
    elements: model.elements.map(({ id }) => id),
    flows: model.flows.map(({ id }) => id),
  });
});

test('facts stand in the order in which they were asked for', () => {
  const asked = [waiting('model', 'b'), waiting(model.elements[0]!, 'a'), waiting(model.elements[1]!, 'b')];
  expect(missingFacts(model, asked).map(({ fact, elements }) => [fact, elements.length])).toEqual([
    ['b', 1],
    ['a', 1],
  ]);
  expect(missingFacts(model, [])).toEqual([]);
});
