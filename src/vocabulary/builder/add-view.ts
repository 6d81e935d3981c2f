import type { AuthorView, SourcePosition } from '../../graph/architecture.js';
import type { Inside } from './draft.js';
import { nameProblem } from './names.js';
import { complain, quoted } from './problems.js';
import { readEntries } from './read-entries.js';
import { factsOf } from './read-facts.js';
import { readEach, type Statement } from './targets.js';
import { told } from './told.js';

/** A picture beside those that every model has. */
export function addView({ draft }: Inside, at: SourcePosition | undefined, name: unknown, given: unknown): void {
  const statement = { draft, at, of: `The view ${quoted(name)}` };
  const wrong = nameProblem(name);
  if (wrong !== undefined) complain(statement, `The name of a view ${wrong}.`);
  const parts = new Map(readEntries(given, statement));
  const { like = 'deployment', ...facts } = factsOf(
    [...parts].filter(([part]) => part !== 'include' && part !== 'exclude'),
    statement,
  );
  draft.views.push(
    told({
      name,
      like,
      ...facts,
      include: idsIn(parts, 'include', statement),
      exclude: idsIn(parts, 'exclude', statement),
      at,
    }) as AuthorView,
  );
}

function idsIn(parts: ReadonlyMap<string, unknown>, part: string, statement: Statement): readonly string[] | undefined {
  if (!parts.has(part)) return undefined;
  return readEach(parts.get(part), { ...statement, of: `${statement.of} ${part}s` }).map(({ element }) => element.id);
}
