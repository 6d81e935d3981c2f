import type { Journey, SourcePosition } from '../../graph/architecture.js';
import type { Inside } from './draft.js';
import { nameProblem } from './names.js';
import { complain, quoted } from './problems.js';
import { readEntries } from './read-entries.js';
import { factsOf } from './read-facts.js';
import { readTarget } from './targets.js';
import { told } from './told.js';

const modes = { reads: 'read', writes: 'write', uses: 'all' } as const;

/** What somebody comes for, and how often it is meant to work. */
export function addJourney({ draft }: Inside, at: SourcePosition | undefined, name: unknown, given: unknown): void {
  const statement = { draft, at, of: `The journey ${quoted(name)}` };
  const wrong = nameProblem(name);
  const parts = new Map(readEntries(given, statement));
  const verbs = (['reads', 'writes', 'uses'] as const).filter((verb) => parts.has(verb));
  const id = `journey/${name}`;
  if (wrong !== undefined) complain(statement, `The name of a journey ${wrong}.`);
  if (draft.journeys.some((journey) => journey.id === id)) complain(statement, `${statement.of} stands twice.`);
  const verb = verbs[0];
  if (verb === undefined || verbs.length > 1) {
    complain(statement, `${statement.of} says what it reads, writes or uses (both): exactly one of these.`);
    return;
  }
  const from = readTarget(parts.get('from'), { ...statement, of: `${statement.of} begins at` });
  const to = readTarget(parts.get(verb), { ...statement, of: `${statement.of} ${verb}` });
  const { objective } = factsOf(
    [...parts].filter(([part]) => part === 'objective'),
    statement,
  );
  if (!from || !to) return;
  const ends = { from: from.element.id, to: to.element.id };
  draft.journeys.push(told({ id, name, ...ends, mode: modes[verb], objective, at }) as Journey);
}
