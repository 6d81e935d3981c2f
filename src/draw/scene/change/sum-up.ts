import type { FindingsDiff } from '../../../diff/diff-findings.js';
import type { ModelDiff } from '../../../diff/model-diff.js';
import { count } from '../describe.js';
import type { ChangeState } from '../scene.js';
import type { Changes } from './changes.js';

/** `3 added, 1 removed, 2 changed; 2 findings new, 1 fixed.` Connections count where what they connect was there and still is. */
export function sumUp(diff: ModelDiff, { stateOf }: Changes, findings: FindingsDiff | undefined, weakened = 0): string {
  const clauses = [
    elements(diff, stateOf),
    connections(diff, stateOf),
    found(findings),
    listed([['weakened', weakened]]),
  ];
  const told = clauses.filter((clause) => clause !== '').join('; ');
  if (told !== '') return `${told}.`;
  const { facts, pools, journeys, waivers } = diff;
  const rest = [pools, journeys, waivers].flatMap(({ added, removed, changed }) => [...added, ...removed, ...changed]);
  return facts.length + rest.length > 0 ? 'No element and no connection changes.' : 'Nothing changes.';
}

const states = ['added', 'removed', 'moved', 'renamed', 'changed'] as const;

function elements({ elements: { added, removed, changed } }: ModelDiff, stateOf: Changes['stateOf']): string {
  const all = [...added, ...changed.map(({ after }) => after), ...removed].map(({ id }) => stateOf(id));
  return listed(states.map((state) => [state, all.filter((one) => one === state).length]));
}

function connections({ flows: { added, removed, changed }, toHead }: ModelDiff, stateOf: Changes['stateOf']): string {
  const isKept = (id: string) => stateOf(id) !== 'added' && stateOf(id) !== 'removed';
  const between = [added, removed].map(
    (list) => list.filter(({ from, to }) => [from, to].every((id) => isKept(toHead.get(id) ?? id))).length,
  );
  return listed(
    [
      ['added', between[0]!],
      ['removed', between[1]!],
      ['changed', changed.length],
    ],
    'connection',
  );
}

function found(findings: FindingsDiff | undefined): string {
  if (!findings) return '';
  const { fresh, reopened, fixed, untold, accepted, worse, combined } = findings;
  return listed(
    [
      ['new', fresh.length],
      ['severer', worse.length],
      ['about others together', combined.length],
      ['fixed', fixed.length],
      ['newly accepted', accepted.length],
      ['accepted no more', reopened.length],
      ['no longer told', untold.length],
    ],
    'finding',
  );
}

/** The first names what is counted, the others do not again. */
function listed(counts: readonly (readonly [word: ChangeState | string, number: number])[], noun?: string): string {
  const some = counts.filter(([, number]) => number > 0);
  return some
    .map(([word, number], index) => `${index === 0 && noun !== undefined ? count(number, noun) : number} ${word}`)
    .join(', ');
}
