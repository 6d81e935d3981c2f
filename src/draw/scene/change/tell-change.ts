import type { Element } from '../../../graph/architecture.js';
import type { StrokeBundle } from '../bundle-strokes.js';
import type { ChangeState, LineChange } from '../scene.js';
import { sentence, shownName } from '../spoken.js';
import type { Stage } from '../stage.js';
import type { Line } from '../stroke.js';
import type { Changes } from './changes.js';
import { tellFacts, tellValue } from './tell-value.js';

const words: Readonly<Record<ChangeState, string>> = {
  added: 'It is new.',
  removed: 'It is gone.',
  moved: 'It has moved.',
  renamed: 'It has another name.',
  changed: 'It has changed.',
  untouched: '',
};
const mostOf = 3;

/** A description with what a change made of what it is about. In a picture of no change as it was. */
export function withChange({ changes }: Stage, alike: readonly Element[], description: string): string {
  const [first] = alike;
  if (!changes || !first) return description;
  const told = new Set(alike.map(({ id }) => tellChange(changes, id)).filter((text) => text !== ''));
  const said = [description, words[changes.stateOf(first.id)], ...[...told].slice(0, mostOf).map(sentence)];
  return said.filter((text) => text !== '').join(' ');
}

/** `was 'web'; from 'server-1' to 'server-2'; instances 2 → 3`. Empty where it is new, gone or untouched. */
export function tellChange({ base, head, changeOf }: Changes, id: string): string {
  const change = changeOf(id);
  if (!change) return '';
  const { before, moves, facts, isRenamed } = change;
  return [
    ...(isRenamed ? [`was '${shownName(before)}'`] : []),
    ...moves.map(
      (move) =>
        `${move.path === 'parent' ? 'moved' : 'failure domains'} from ${placeIn(base, move.before)} to ${placeIn(head, move.after)}`,
    ),
    ...tellFacts(base, head, facts),
  ].join('; ');
}

function placeIn(model: Changes['base'], value: unknown): string {
  return value === undefined ? 'the site itself' : tellValue(model, value);
}

const lineWords: Readonly<Record<LineChange, string>> = {
  added: 'It is new.',
  removed: 'It is gone.',
  changed: 'It has changed.',
};

export function withChangeOfLine({ change }: Line, description: string): string {
  return change ? `${description} ${lineWords[change]}` : description;
}

const signs: Readonly<Record<LineChange, string>> = { added: '+', removed: '−', changed: '~' };

/** A label with the sign of what became of its line, where it did not come or go with a card at one of its ends. */
export function withChangeSign({ changes }: Stage, { sources, targets, line }: StrokeBundle, label: string): string {
  const { change } = line;
  if (!changes || !change) return label;
  const isTold = [...sources, ...targets].some((id) => change !== 'changed' && changes.stateOf(id) === change);
  if (isTold) return label;
  return label === '' ? change : `${signs[change]} ${label}`;
}
