import type { SourcePosition } from '../../graph/architecture.js';
import { type Draft, type Inside, insideOf } from './draft.js';
import { eachMembers } from './each.js';
import { complain, quoted } from './problems.js';

/** The element a handle stands for, with everything that is wrong with naming it here told. */
export interface Place {
  readonly draft: Draft;
  readonly at: SourcePosition | undefined;
  /** Says what is being written, as in `'web' forwards to`. */
  readonly statement: string;
}

export type ElementInside = Inside & { readonly element: NonNullable<Inside['element']> };

/** What an author named as the other end of a statement: single, an array, `each(…)` or `pool(…)`. */
export function readTargets(given: unknown, place: Place): ElementInside[] {
  const list = unfold(given);
  if (list.length === 0 && Array.isArray(given)) {
    complain(place.draft, place.at, `${place.statement} an empty array: it names nothing.`);
  }
  const found = list.flatMap((one) => readTarget(one, place) ?? []);
  const kinds = [...new Set(found.map((one) => one.kind))];
  if (kinds.length > 1) {
    complain(
      place.draft,
      place.at,
      `${place.statement} an array of mixed kinds: ${kinds.join(', ')}.`,
      'An array means any of these, of one kind. Write one statement for each kind.',
    );
  }
  return found;
}

/** Arrays and `each(…)` taken apart. */
export function unfold(given: unknown): unknown[] {
  const members = eachMembers(given) ?? (Array.isArray(given) ? [...given] : undefined);
  return members ? members.flatMap((one) => unfold(one)) : [given];
}

export function readTarget(given: unknown, place: Place): ElementInside | undefined {
  const inside = insideOf(given);
  if (inside?.element && inside.draft === place.draft) return inside as ElementInside;
  if (!inside?.element) {
    const what = inside ? 'the architecture itself' : quoted(given);
    complain(place.draft, place.at, `${place.statement} ${what}, which is no element.`);
    return undefined;
  }
  complain(
    place.draft,
    place.at,
    `${place.statement} ${quoted(inside.element.name)}, which belongs to another architecture, ${quoted(inside.draft.name)}.`,
  );
  return undefined;
}
