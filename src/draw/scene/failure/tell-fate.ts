import type { Element } from '../../../graph/architecture.js';
import type { FailureState } from '../scene.js';
import { sentence } from '../spoken.js';
import type { Stage } from '../stage.js';
import type { Line } from '../stroke.js';

const words: Readonly<Record<FailureState, string>> = {
  failed: 'It is what failed.',
  dead: 'It does not work.',
  degraded: 'It works, worse off.',
  untouched: 'Nothing happens to it.',
};
const mostReasons = 3;

/** A description with what became of what it is about, and why. In a picture of no failure as it was. */
export function withFate({ aftermath }: Stage, alike: readonly Element[], description: string): string {
  const [first] = alike;
  if (!aftermath || !first) return description;
  const state = aftermath.stateOf(first.id);
  const reasons = new Set(alike.flatMap(({ id }) => aftermath.reasonOf(id) ?? []));
  const why = state === 'failed' ? [] : [...reasons].slice(0, mostReasons).map(sentence);
  return [description, words[state], ...why].join(' ');
}

export function withFateOfLine({ cut }: Line, description: string): string {
  return cut ? `${description} It is cut off.` : description;
}
