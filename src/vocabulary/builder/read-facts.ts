import type { SourcePosition } from '../../graph/architecture.js';
import { type Draft, insideOf } from './draft.js';
import { eachMembers } from './each.js';
import { factExpectation } from './fact-checks.js';
import { complain, quoted, thrownMessage } from './problems.js';

/** Facts that name elements: one of them, or any number. */
const references = new Map<string, 'one' | 'many'>([
  ['standsIn', 'many'],
  ['keyHeldBy', 'many'],
  ['through', 'many'],
  ['keptIn', 'one'],
  ['as', 'one'],
  ['writer', 'one'],
  ['tls', 'one'],
]);

/** Where facts are read: whose they are, for messages and references. */
export interface Reading {
  readonly draft: Draft;
  readonly at: SourcePosition | undefined;
  /** Whose facts they are, as in `'web'`. */
  readonly of: string;
}

export type Facts = { readonly [name: string]: unknown };

class Unreadable extends Error {}

/** Copies what an author gave into plain data, all but `listens`; what is wrong with it becomes a problem and is left out. */
export function readFacts(given: unknown, reading: Reading): Facts {
  if (given === undefined) return {};
  try {
    return Object.fromEntries(entries(given, 'the facts').flatMap(([name, value]) => readFact(name, value, reading)));
  } catch (thrown) {
    const reason = thrown instanceof Unreadable ? thrown.message : `reading them failed: ${thrownMessage(thrown)}`;
    complain(reading.draft, reading.at, `The facts of ${reading.of} cannot be used: ${reason}.`);
    return {};
  }
}

function readFact(name: string, value: unknown, reading: Reading): [string, unknown][] {
  if (value === undefined || name === 'listens') return [];
  const expected = factExpectation(name, value);
  if (expected !== undefined) {
    complain(reading.draft, reading.at, `'${name}' of ${reading.of} must be ${expected}, not ${quoted(value)}.`);
    return [];
  }
  const many = value === false ? undefined : references.get(name);
  if (many === undefined) return [[name, plain(value, `'${name}'`, reading, 0)]];
  return readReference(name, value, many, reading);
}

function readReference(name: string, value: unknown, many: 'one' | 'many', reading: Reading): [string, unknown][] {
  const ids = readReferences(name, value, reading);
  return ids.length === 0 ? [] : [[name, many === 'many' ? ids : ids[0]]];
}

function readReferences(name: string, value: unknown, reading: Reading): string[] {
  const list = eachMembers(value) ?? (Array.isArray(value) ? value : [value]);
  return list.flatMap((one) => {
    const id = elementId(one, reading.draft);
    if (id === undefined) {
      const wrong = insideOf(one) ? 'an element of another architecture' : quoted(one);
      complain(
        reading.draft,
        reading.at,
        `'${name}' of ${reading.of} must be an element of this architecture, not ${wrong}.`,
      );
    }
    return id ?? [];
  });
}

/** The id of an element of this architecture; undefined for anything else. */
export function elementId(value: unknown, draft: Draft): string | undefined {
  const inside = insideOf(value);
  return inside?.draft === draft ? inside.element?.id : undefined;
}

function entries(value: unknown, what: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || insideOf(value)) {
    throw new Unreadable(`${what} must be written as { name: value }, not as ${quoted(value)}`);
  }
  return Object.keys(value).map((key) => [key, (value as Record<string, unknown>)[key]]);
}

function plain(value: unknown, what: string, reading: Reading, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (depth > 4) throw new Unreadable(`${what} is nested too deeply`);
  if (Array.isArray(value)) return value.map((part) => plain(part, what, reading, depth + 1));
  if (insideOf(value)) throw new Unreadable(`${what} cannot be an element`);
  return Object.fromEntries(entries(value, what).flatMap(([name, part]) => readPart(name, part, what, reading, depth)));
}

/** A fact within a fact: the `by` of a failover is an element, the rest are values. */
function readPart(name: string, part: unknown, what: string, reading: Reading, depth: number): [string, unknown][] {
  if (part === undefined) return [];
  if (name === 'by') return readReference(name, part, 'one', reading);
  if (factExpectation(name, part) !== undefined) return readFact(name, part, reading);
  return [[name, plain(part, what, reading, depth + 1)]];
}
