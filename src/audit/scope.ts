import { posix } from 'node:path';
import type { Architecture } from '../graph/architecture.js';
import { matchesPattern } from '../vocabulary/glob.js';
import type { Severity } from './finding.js';
import type { Options } from './rule.js';

/**
 * Other severities and options for a part of what is audited. Of each criterion one value has to hold, of several criteria
 * all. Of several scopes that hold for an element the last one decides. A finding about several elements is as bad as for the
 * element it is worst for.
 */
export interface Scope {
  readonly kinds?: readonly string[];
  readonly tags?: readonly string[];
  /** Patterns of element ids: `inside/**`. */
  readonly paths?: readonly string[];
  readonly environments?: readonly string[];
  /** Patterns of the models' files. */
  readonly files?: readonly string[];
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly options?: Readonly<Record<string, Options>>;
}

/** A model as it was, which says in what scopes the elements of another one are: nobody puts itself under an exemption. */
export interface ScopedAs {
  readonly model: Architecture;
  /** What it calls an element; undefined where it does not have it. */
  readonly idOf: (id: string) => string | undefined;
}

/** Whether a scope holds for an element. The model as a whole (`undefined`) is in no scope of elements. */
export type ScopeTest = (element: string | undefined) => boolean;

/** @param folder the way from where the scope's files are meant from to where the model's file is named from */
export function scopeTest(scope: Scope, model: Architecture, folder = '', scopedAs?: ScopedAs): ScopeTest {
  if (!holdsForModel(scope, scopedAs?.model ?? model, folder)) return () => false;
  const { kinds, tags, paths } = scope;
  if (!kinds && !tags && !paths) return () => true;
  const known = new Map<string, boolean>();
  const holds = (name: string): boolean => {
    const id = scopedAs ? scopedAs.idOf(name) : name;
    // Of an element that was not there only the kind counts: its tags and its place are what it brought itself.
    if (id === undefined) return !tags && !paths && (kinds ?? []).includes(model.byId.get(name)?.kind ?? '');
    const element = (scopedAs?.model ?? model).byId.get(id);
    return (
      (!kinds || (element !== undefined && kinds.includes(element.kind))) &&
      (!tags || (element?.facts.tags ?? []).some((tag) => tags.includes(tag))) &&
      (!paths || paths.some((pattern) => matchesPattern(id, pattern)))
    );
  };
  return (id) => {
    if (id === undefined) return false;
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = holds(id);
    known.set(id, now);
    return now;
  };
}

/** Whether all elements are in the scopes in which another model has them, so that it would be asked the same. */
export function isScopedAlike(model: Architecture, scopedAs: ScopedAs, scopes: readonly Scope[], folder = ''): boolean {
  const all = [undefined, ...model.elements.map(({ id }) => id)];
  return scopes.every((scope) => {
    const [own, theirs] = [scopeTest(scope, model, folder), scopeTest(scope, model, folder, scopedAs)];
    return all.every((id) => own(id) === theirs(id));
  });
}

function holdsForModel({ environments, files }: Scope, { facts, at }: Architecture, folder: string): boolean {
  const file = posix.normalize(posix.join(folder, at?.file ?? ''));
  return (
    (!environments || environments.includes(facts.environment ?? 'production')) &&
    (!files || files.some((pattern) => matchesPattern(file, pattern)))
  );
}
