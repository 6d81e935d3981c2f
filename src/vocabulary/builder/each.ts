import type { SourcePosition } from '../../graph/architecture.js';
import { isObject } from './draft.js';
import { authorPosition } from './position.js';
import { complain, quoted, thrownMessage } from './problems.js';

const membersOf = new WeakMap<object, readonly unknown[]>();

/**
 * Each of a list: as a subject it repeats the statement for each member, as a target it is any of them.
 */
export function each<Member>(list: readonly Member[]): Member {
  return eachOf(readList(list, authorPosition())) as Member;
}

/** The members of an `each`; undefined for anything else. */
export function eachMembers(value: unknown): readonly unknown[] | undefined {
  return isObject(value) ? membersOf.get(value) : undefined;
}

function readList(list: unknown, at: SourcePosition | undefined): readonly unknown[] {
  try {
    const nested = eachMembers(list);
    if (nested) return nested;
    if (!Array.isArray(list)) {
      complain(undefined, at, `each(…) takes an array of elements, not ${quoted(list)}.`);
      return [];
    }
    const members = [...list].flatMap((member) => eachMembers(member) ?? [member]);
    if (members.length === 0) complain(undefined, at, 'each([]) says nothing: the array is empty.');
    return members;
  } catch (thrown) {
    complain(undefined, at, `each(…) could not read its array: ${thrownMessage(thrown)}`);
    return [];
  }
}

/** Reading a property reads it of each member, calling it calls each member's. */
function eachOf(members: readonly unknown[]): object {
  const proxy = new Proxy(function each() {}, {
    get: (_, key) =>
      typeof key === 'symbol' || key === 'then' ? undefined : combined(members.map((one) => read(one, key))),
    apply: (_, __, values: unknown[]) =>
      combined(members.map((one) => (one as (...given: unknown[]) => unknown)(...values))),
    has: (_, key) => members.every((one) => isObject(one) && key in one),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
    setPrototypeOf: () => false,
  });
  membersOf.set(proxy, members);
  return proxy;
}

/** Methods stay bound to the member they were read of. */
function read(member: unknown, key: string): unknown {
  const value = (member as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'function' && !membersOf.has(value) ? value.bind(member) : value;
}

function combined(values: readonly unknown[]): unknown {
  return values.length === 0 || values.every(isObject) ? eachOf(values) : values[0];
}
