import type { SourcePosition } from '../../graph/architecture.js';
import type { AccessMode } from '../words.js';
import { type Draft, isObject } from './draft.js';
import { nameProblem } from './names.js';
import { complain, quoted, thrownMessage } from './problems.js';
import { readFacts } from './read-facts.js';
import { readTarget } from './targets.js';

const modes: readonly (readonly [string, AccessMode])[] = [
  ['reads', 'read'],
  ['writes', 'write'],
  ['uses', 'all'],
];

/** What somebody comes for, and how often it is meant to work. */
export function addJourney(draft: Draft, name: unknown, given: unknown, at: SourcePosition | undefined): void {
  const wrong = nameProblem(name);
  if (wrong !== undefined) complain(draft, at, `The name of a journey ${wrong}.`);
  const of = `The journey ${quoted(name)}`;
  const told = ownParts(draft, at, of, given);
  const named = modes.filter(([verb]) => told.get(verb) !== undefined);
  const from = readTarget(told.get('from'), { draft, at, statement: `${of} begins at` });
  if (named.length !== 1) {
    complain(draft, at, `${of} says what it reads, writes or uses (both): exactly one of these.`);
    return;
  }
  const [verb, mode] = named[0]!;
  const to = readTarget(told.get(verb), { draft, at, statement: `${of} ${verb}` });
  const id = `journey/${String(name)}`;
  if (draft.journeys.some((journey) => journey.id === id)) complain(draft, at, `${of} stands twice.`);
  const { objective } = readFacts({ objective: told.get('objective') }, { draft, at, of: quoted(name) });
  if (!from || !to) return;
  draft.journeys.push({
    id,
    name: String(name),
    from: from.element.id,
    to: to.element.id,
    mode,
    ...(typeof objective === 'number' ? { objective } : {}),
    ...(at ? { at } : {}),
  });
}

function ownParts(draft: Draft, at: SourcePosition | undefined, of: string, given: unknown): Map<string, unknown> {
  try {
    if (isObject(given)) return new Map(Object.entries(given));
    complain(draft, at, `${of} must be told as { from, reads }, not as ${quoted(given)}.`);
  } catch (thrown) {
    complain(draft, at, `Reading ${of} failed: ${thrownMessage(thrown)}`);
  }
  return new Map();
}
