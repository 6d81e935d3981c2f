import { type Draft, type ElementInside, insideOf } from './draft.js';
import { eachMembers } from './each.js';
import { complain, quoted } from './problems.js';
import { type Reading, readMembers } from './read-entries.js';

/** A statement whose other end is read; `of` says it as far as it goes, as in `'web' forwards`. */
export interface Statement extends Reading {
  readonly draft: Draft;
}

/** What an author named as the other end: single, an array, `each(…)` or `pool(…)`. Only of one kind. */
export function readTargets(given: unknown, statement: Statement): ElementInside[] {
  const found = readEach(given, statement);
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  if (kinds.length > 1) {
    complain(
      statement,
      `${statement.of} an array of mixed kinds: ${kinds.join(', ')}.`,
      'An array means any of these, of one kind. Write one statement for each kind.',
    );
  }
  return found;
}

/** The same, of whatever kinds. */
export function readEach(given: unknown, statement: Statement): ElementInside[] {
  return readAll(given, statement, (one) => readTarget(one, statement));
}

/** Arrays and `each(…)` taken apart, and each member read. */
export function readAll<Read>(given: unknown, statement: Statement, read: (one: unknown) => Read | undefined): Read[] {
  const members = unfold(given, statement);
  if (members.length === 0 && !eachMembers(given)) {
    complain(statement, `${statement.of} an empty array: it names nothing.`);
  }
  return members.flatMap((one) => read(one) ?? []);
}

function unfold(given: unknown, statement: Statement): unknown[] {
  const members = eachMembers(given) ?? readMembers(given, statement);
  return members ? members.flatMap((one) => (one === given ? [] : unfold(one, statement))) : [given];
}

/** One element of the statement's own architecture. */
export function readTarget(given: unknown, statement: Statement): ElementInside | undefined {
  const inside = insideOf(given);
  if (inside?.element && inside.draft === statement.draft) return inside as ElementInside;
  const wrong = inside?.element
    ? `${quoted(inside.element.name)}, which belongs to another architecture: ${quoted(inside.draft.name)}`
    : `${inside ? 'the architecture itself' : quoted(given)}, which is no element`;
  complain(statement, `${statement.of} ${wrong}.`);
  return undefined;
}
