import { insideOf, isObject } from './draft.js';
import { authorPosition } from './position.js';
import { complain, quoted } from './problems.js';
import { readMembers } from './read-entries.js';

const membersOf = new WeakMap<object, readonly unknown[]>();

/** Each of a list: as a subject it repeats the statement for each member, as a target it is any of them. */
export function each<Member>(list: readonly Member[]): Member {
  const reading = { at: authorPosition(), of: 'each(…)' };
  const members = eachMembers(list) ?? readMembers(list, reading)?.flatMap((member) => eachMembers(member) ?? [member]);
  if (!members) complain(reading, `each(…) takes an array of elements, not ${quoted(list)}.`);
  if (members?.length === 0) complain(reading, 'each([]) says nothing: the array is empty.');
  return eachOf(members ?? []) as Member;
}

/** The members of an `each`; undefined for anything else. */
export function eachMembers(value: unknown): readonly unknown[] | undefined {
  return membersOf.get(value as object);
}

const never = () => false;

/** Reading a property reads it of each member, calling it calls each member's. */
function eachOf(members: readonly unknown[]): object {
  refuseMixed(members);
  const proxy = new Proxy(() => {}, {
    get: (_, key) =>
      typeof key === 'symbol' || key === 'then' ? undefined : together(members.map((member) => read(member, key))),
    apply: (_, __, given) => together(members.map((member) => (member as (...given: unknown[]) => unknown)(...given))),
    set: never,
    defineProperty: never,
    deleteProperty: never,
  });
  membersOf.set(proxy, members);
  return proxy;
}

/** Methods stay bound to the member they were read of. */
function read(member: unknown, key: string): unknown {
  const value = (member as Record<string, unknown>)[key];
  return typeof value === 'function' && !membersOf.has(value) ? value.bind(member) : value;
}

function together(values: readonly unknown[]): unknown {
  const objects = values.filter(isObject);
  if (objects.length === 0 && values.length > 0) return values[0];
  if (objects.length < values.length)
    complain({ at: authorPosition() }, 'each(…) asks for what not all of its members have.');
  return eachOf(objects);
}

function refuseMixed(members: readonly unknown[]): void {
  const kinds = new Set(members.map((member) => insideOf(member)?.kind));
  if (kinds.size < 2) return;
  const names = [...kinds].map((kind) => kind ?? 'no element').join(', ');
  complain(
    { draft: insideOf(members[0])?.draft, at: authorPosition() },
    `each(…) takes elements of one kind, not ${names}.`,
  );
}
