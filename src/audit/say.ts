import type { Architecture, Element } from '../graph/architecture.js';
import type { SlotValue } from './rule.js';

const mostNames = 6;
const longestName = 80;

/** Fills the slots of a message; a slot without a value keeps its name, so that a wrong message is seen. */
export type Say = (text: string, data: Readonly<Record<string, SlotValue>>) => string;

export function speaker(model: Architecture): Say {
  const nameOf = namesApart(model);
  return (text, data) =>
    text.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => {
      const value = Object.hasOwn(data, name) ? data[name] : undefined;
      return value === undefined ? slot : inWords(value, nameOf);
    });
}

/** What an element is called in a message, for texts that are put together: `web on server-1` where another is called the same. */
export function namer(model: Architecture): (element: Element) => string {
  const nameOf = namesApart(model);
  return (element) => full(nameOf(element));
}

/** `{ name: 'web', where: 'on', place: 'server-1' }`; no place where the name says enough. */
interface Named {
  readonly name: string;
  readonly where?: 'in' | 'on';
  readonly place?: string;
}

type NameOf = (element: Element) => Named;

/** An element's name, and where it stands where another is called the same. */
function namesApart(model: Architecture): NameOf {
  let counts: Map<string, number> | undefined;
  return (element) => {
    counts ??= countNames(model);
    const name = clipped(element.name);
    const place = (counts.get(element.name) ?? 0) > 1 ? placeOf(model, element) : undefined;
    return place ? { name, where: place.kind === 'zone' ? 'in' : 'on', place: clipped(place.name) } : { name };
  };
}

function countNames(model: Architecture): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of model.elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function placeOf(model: Architecture, element: Element): Element | undefined {
  return model.hostOf(element) ?? model.ancestors(element)[0];
}

function inWords(value: SlotValue, nameOf: NameOf): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!isList(value)) return listed([nameOf(value)]);
  return listed(value.map((item) => (typeof item === 'string' ? { name: item } : nameOf(item))));
}

function isList(value: SlotValue): value is readonly Element[] | readonly string[] {
  return Array.isArray(value);
}

/** `web on server-1, server-2 and server-3`: those of one name are told apart by their places. */
function listed(items: readonly Named[]): string {
  const [first] = items;
  const isAlike = items.every(({ name, where }) => name === first?.name && where === first.where);
  if (first?.where === undefined || !isAlike) return joined(items.map(full));
  return `${first.name} ${first.where} ${joined(items.map(({ place = '' }) => place))}`;
}

function full({ name, where, place }: Named): string {
  return where === undefined || place === undefined ? name : `${name} ${where} ${place}`;
}

/** `a, b and c`; of many the first, and how many more. */
export function joined(names: readonly string[]): string {
  if (names.length > mostNames) {
    return `${names.slice(0, mostNames - 1).join(', ')} and ${names.length - mostNames + 1} more`;
  }
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function clipped(name: string): string {
  const characters = [...name.slice(0, longestName * 2)];
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name;
}
