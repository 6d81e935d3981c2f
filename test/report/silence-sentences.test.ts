import type { Element, ElementFacts } from '../../src/graph/architecture.js';
import { silenceSentences } from '../../src/report/silence-sentences.js';

const element = (id: string, facts: ElementFacts): Element => ({ id, kind: 'component', name: id, facts });
const list = (elements: readonly Element[]) => elements.map(({ id }) => id).join(' and ');

test('who tells nothing needs no word of its own; who tells half a figure, or one that was left out, does', () => {
  const assumed = [
    element('silent', {}),
    element('a', { mtbf: '1 h' }),
    element('b', { mttr: '1 h' }),
    element('c', { mtbf: '2 h' }),
    element('d', { instances: 5_000, unavailability: 0.1 }),
  ];
  expect(silenceSentences(assumed, list)).toEqual([
    'a and c: an mtbf alone is no figure, as the mttr is missing.',
    'b: an mttr alone is no figure, as the mtbf is missing.',
    'd: the figure that is told was left out, as there are too many instances to tell apart.',
  ]);
  expect(silenceSentences([element('silent', {})], list)).toEqual([]);
});
