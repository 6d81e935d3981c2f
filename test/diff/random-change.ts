import fc from 'fast-check';
import type { Architecture, Element, Flow } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import type { Kind } from '../../src/vocabulary/kinds.js';

/** An element before it has an id: ids are made of names and places, so that a rename changes those of all it holds. */
interface Part {
  readonly name: string;
  readonly kind: Kind;
  readonly inside?: string;
  readonly instances: number;
}

interface System {
  /** By a key that outlasts renames. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly calls: readonly (readonly [from: string, to: string])[];
}

/** A change of a random system, and what a comparison has to find. */
export interface RandomChange {
  readonly base: Architecture;
  readonly head: Architecture;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Ids before and after of what has another name. */
  readonly renamed: readonly (readonly [string, string])[];
  /** Ids of the head. */
  readonly changed: readonly string[];
}

type Fate = 'stays' | 'goes' | 'renamed' | 'changed';

const kindsInside: readonly Kind[] = ['webServer', 'appServer', 'database', 'cache'];

/** Every part talks to something outside of its own that stays: none is like another. */
export const randomChanges: fc.Arbitrary<RandomChange> = fc
  .record({
    servers: fc.array(fc.array(fc.nat(3), { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
    calls: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 20 }),
    fates: fc.array(fc.constantFrom<Fate>('stays', 'stays', 'goes', 'renamed', 'changed'), {
      minLength: 26,
      maxLength: 26,
    }),
    fresh: fc.array(fc.tuple(fc.nat(3), fc.nat(30), fc.nat(30)), { maxLength: 4 }),
  })
  .map(({ servers, calls, fates, fresh }) => {
    const before = systemOf(servers, calls);
    return applied(before, new Map([...before.parts.keys()].map((key, index) => [key, fates[index]!])), fresh);
  });

function systemOf(servers: readonly (readonly number[])[], calls: readonly (readonly [number, number])[]): System {
  const parts = new Map<string, Part>();
  for (const [index, inside] of servers.entries()) {
    parts.set(`s${index}`, { name: `server-${index}`, kind: 'server', instances: 1 });
    for (const [place, kind] of inside.entries()) {
      const part = { name: `part-${place}`, kind: kindsInside[kind]!, inside: `s${index}`, instances: 1 };
      parts.set(`s${index}p${place}`, part);
    }
  }
  const keys = [...parts.keys()].filter((key) => key.includes('p'));
  const pick = (number: number) => keys[number % keys.length]!;
  const pairs = keys.length === 0 ? [] : calls.map(([from, to]) => [pick(from), pick(to)] as const);
  return { parts, calls: [...new Map(pairs.map((pair) => [pair.join(), pair])).values()] };
}

function applied(
  before: System,
  fates: ReadonlyMap<string, Fate>,
  fresh: readonly (readonly [number, number, number])[],
): RandomChange {
  const goes = (key: string): boolean => {
    const inside = before.parts.get(key)?.inside;
    return fates.get(key) === 'goes' || (inside !== undefined && fates.get(inside) === 'goes');
  };
  const kept = [...before.parts].filter(([key]) => !goes(key));
  const parts = new Map(kept.map(([key, part]) => [key, lived(part, fates.get(key)!)]));
  const keys = kept.map(([key]) => key);
  const servers = keys.filter((key) => !key.includes('p'));
  const calls = before.calls.filter(([from, to]) => !goes(from) && !goes(to));
  for (const [index, [kind, server, target]] of fresh.entries()) {
    const inside = servers.length === 0 ? {} : { inside: servers[server % servers.length]! };
    parts.set(`f${index}`, { name: `fresh-${index}`, kind: kindsInside[kind]!, ...inside, instances: 1 });
    const to = keys[target % keys.length];
    if (to?.includes('p')) calls.push([`f${index}`, to]);
  }
  const after = { parts, calls };
  const [base, head] = [graphOf(before, [...before.parts.keys()]), graphOf(after, [...before.parts.keys()])];
  const [idBefore, idAfter] = [idsOf(before), idsOf(after)];
  const idsWith = (fate: Fate) => keys.filter((key) => fates.get(key) === fate);
  return {
    base,
    head,
    added: fresh.flatMap((_, index) => [idAfter(`f${index}`), `externalService/outside-f${index}`]).sort(),
    removed: [...before.parts.keys()].filter(goes).map(idBefore).sort(),
    renamed: idsWith('renamed').map((key) => [idBefore(key), idAfter(key)] as const),
    changed: idsWith('changed').map(idAfter).sort(),
  };
}

function lived(part: Part, fate: Fate): Part {
  if (fate === 'renamed') return { ...part, name: `${part.name}-renamed` };
  return fate === 'changed' ? { ...part, instances: 2 } : part;
}

function idsOf({ parts }: System): (key: string) => string {
  const id = (key: string): string => {
    const { name, inside } = parts.get(key)!;
    return inside === undefined ? name : `${id(inside)}/${name}`;
  };
  return id;
}

/** `outside`: the keys of what was there in the beginning, whose services outside stay. */
function graphOf(system: System, outside: readonly string[]): Architecture {
  const id = idsOf(system);
  const services = [...new Set([...outside, ...system.parts.keys()])].map((key) => `outside-${key}`);
  const elements: Element[] = [
    ...services.map((name): Element => ({ id: `externalService/${name}`, kind: 'externalService', name, facts: {} })),
    ...[...system.parts].map(([key, { name, kind, inside, instances }]): Element => {
      const facts = kind === 'server' ? { os: `Debian ${instances}` } : { instances };
      return { id: id(key), kind, name, ...(inside !== undefined && { parent: id(inside) }), facts };
    }),
  ];
  const flow = (verb: Flow['verb'], from: string, to: string): Flow => ({
    id: `${from} ${verb} ${to}`,
    verb,
    from,
    to,
    facts: {},
  });
  const flows = [
    ...[...system.parts.keys()].map((key) => flow('probes', `externalService/outside-${key}`, id(key))),
    ...system.calls.map(([from, to]) => flow('calls', id(from), id(to))),
  ];
  return createGraph({
    format: 'stanchion-architecture',
    version: 1,
    name: 'Random',
    facts: {},
    elements,
    flows,
    pools: [],
    clusters: [],
    journeys: [],
    waivers: [],
  });
}
