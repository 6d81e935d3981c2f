import type { ElementValue, Value } from '../audit/edit.js';
import type { ElementId } from '../graph/architecture.js';

/** A variable, written as its name. */
export class VariableName {
  constructor(readonly text: string) {}
}

/** A value as it is written: elements are the names of the variables that hold them. */
export type NamedValue = Value | VariableName | readonly NamedValue[] | NamedObject;
export interface NamedObject {
  readonly [key: string]: NamedValue;
}

/** Puts names in place of the elements, wherever in the value they stand. */
export function withNames(value: Value, nameOf: (element: ElementId) => string): NamedValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Value) => withNames(one, nameOf));
  if (isElementValue(value)) return new VariableName(nameOf(value.$element));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNames(one, nameOf)]));
}

/** The elements that a value names, in the order in which it does. */
export function elementsIn(value: Value): readonly ElementId[] {
  if (typeof value !== 'object' || value === null) return [];
  return isElementValue(value) ? [value.$element] : Object.values(value).flatMap(elementsIn);
}

function isElementValue(value: object): value is ElementValue {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === '$element' && typeof Reflect.get(value, '$element') === 'string';
}

export function isList(value: NamedValue): value is readonly NamedValue[] {
  return Array.isArray(value);
}

export function isObject(value: NamedValue): value is NamedObject {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof VariableName);
}
