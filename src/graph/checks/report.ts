import type { ArchitectureDocument, ElementId, SourcePosition } from '../architecture.js';

/** The way to a value inside the document: `['elements', 3, 'facts', 'ttl']`. */
export type JsonPath = readonly (string | number)[];

/** Tells of something wrong at a place of the document; `at` is where its author wrote it, when that is known. */
export type Report = (
  path: JsonPath,
  message: string,
  options?: { hint?: string | undefined; at?: SourcePosition | undefined },
) => void;

/** A document of the right shape, with what the checks look up. */
export interface Checked {
  readonly document: ArchitectureDocument;
  readonly elementById: ReadonlyMap<ElementId, ArchitectureDocument['elements'][number]>;
  readonly report: Report;
  /** `nearestName` for the first few that ask: among many names it takes its time. */
  nearest(typed: string, names: readonly string[]): string | undefined;
}

/** A name in quotes for a message: one line, control characters written out, at most 80 characters. */
export function quoted(name: string): string {
  const short = name.length > 80 ? `${name.slice(0, 79)}…` : name;
  return `'${short.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))}'`;
}
