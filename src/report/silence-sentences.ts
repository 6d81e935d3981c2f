import { type Silence, silenceOf } from '../analyses/faults/availability/silence-of.js';
import type { Element } from '../graph/architecture.js';

/** Of elements that never fail in the calculation, why those do not that do tell something: one sentence for each reason. */
export function silenceSentences(
  assumed: readonly Element[],
  list: (elements: readonly Element[]) => string,
): readonly string[] {
  return reasons.flatMap(([silence, reason]) => {
    const elements = assumed.filter((element) => silenceOf(element) === silence);
    return elements.length === 0 ? [] : [`${list(elements)}: ${reason}.`];
  });
}

const reasons: readonly (readonly [Silence, string])[] = [
  ['no mttr', 'an mtbf alone is no figure, as the mttr is missing'],
  ['no mtbf', 'an mttr alone is no figure, as the mtbf is missing'],
  ['too many instances', 'the figure that is told was left out, as there are too many instances to tell apart'],
];
