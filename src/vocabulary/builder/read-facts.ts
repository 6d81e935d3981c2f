import { type Draft, insideOf } from './draft.js';
import { eachMembers } from './each.js';
import { factExpectation } from './fact-checks.js';
import { complain, quoted } from './problems.js';
import { type Reading, readEntries, readMembers } from './read-entries.js';

export type Facts = { readonly [name: string]: unknown };

/** Where the facts name elements, these are of the same architecture. */
export interface FactReading extends Reading {
  readonly draft: Draft;
}

/** Facts that name elements: one of them, or any number. */
const references = new Map(
  Object.entries({
    standsIn: 'many',
    keyHeldBy: 'many',
    through: 'many',
    keptIn: 'one',
    as: 'one',
    writer: 'one',
    tls: 'one',
  } as const),
);

/** Copies what an author gave into plain data, all but `listens`; what is wrong with it becomes a problem and is left out. */
export function readFacts(given: unknown, reading: FactReading): Facts {
  return factsOf(readEntries(given, reading), reading);
}

export function factsOf(entries: readonly [string, unknown][], reading: FactReading, depth = 0): Facts {
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (name === 'listens' ? [] : readFact(name, value, reading, depth))),
  );
}

function readFact(name: string, value: unknown, reading: FactReading, depth: number): [string, unknown][] {
  const expected = factExpectation(name, value);
  if (expected !== undefined) {
    complain(reading, `'${name}' of ${reading.of} must be ${expected}, not ${quoted(value)}.`);
    return [];
  }
  const count = depth > 0 && name === 'by' ? 'one' : references.get(name);
  if (count === undefined || value === false) {
    const read = plain(name, value, reading, depth);
    return read === undefined ? [] : [[name, read]];
  }
  const ids = readReferences(name, value, reading);
  return ids.length === 0 ? [] : [[name, count === 'many' ? ids : ids[0]]];
}

function readReferences(name: string, value: unknown, reading: FactReading): string[] {
  const list = eachMembers(value) ?? readMembers(value, reading) ?? [value];
  return list.flatMap((one) => {
    const id = elementId(one, reading.draft);
    if (id !== undefined) return id;
    const wrong = insideOf(one)?.element ? 'one of another' : quoted(one);
    complain(reading, `'${name}' of ${reading.of} must be an element of this architecture, not ${wrong}.`);
    return [];
  });
}

/** The id of an element of this architecture; undefined for anything else. */
export function elementId(value: unknown, draft: Draft): string | undefined {
  const inside = insideOf(value);
  return inside?.draft === draft ? inside.element?.id : undefined;
}

function plain(name: string, value: unknown, reading: FactReading, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'object' && value !== null && !insideOf(value) && depth < 4) {
    const members = readMembers(value, reading);
    if (members) return members.flatMap((one) => plain(name, one, reading, depth + 1) ?? []);
    return factsOf(readEntries(value, reading), reading, depth + 1);
  }
  complain(reading, `'${name}' of ${reading.of} cannot be ${insideOf(value) ? 'an element' : quoted(value)}.`);
  return undefined;
}
