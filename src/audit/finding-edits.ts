import type { Element, Flow } from '../graph/architecture.js';
import type { Edit, EditTarget, FindingEdit, Value, ValueWithElements } from './edit.js';

/** Edits as a rule gives them, as plain data. */
export function findingEdits(edits: readonly Edit[]): readonly FindingEdit[] {
  return edits.map((edit) => {
    if ('remove' in edit) return { remove: edit.remove };
    if ('call' in edit) return { on: targetOf(edit.on), call: edit.call, args: edit.args.map(plainValue) };
    const set = Object.entries(edit.set).flatMap(([option, value]) =>
      value === undefined ? [] : [[option, plainValue(value)]],
    );
    const unset = Object.keys(edit.set).filter((option) => edit.set[option] === undefined);
    return {
      on: targetOf(edit.on),
      set: Object.fromEntries(set),
      ...(unset.length > 0 && { unset }),
      ...(edit.listener !== undefined && { listener: edit.listener }),
    };
  });
}

function targetOf(on: Element | Flow | 'model'): EditTarget {
  if (on === 'model') return { model: true };
  return 'verb' in on ? { flow: on.id } : { element: on.id };
}

function plainValue(value: ValueWithElements): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(plainValue);
  if (isElement(value)) return { $element: value.id };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainValue(one)]));
}

function isList(value: ValueWithElements): value is readonly ValueWithElements[] {
  return Array.isArray(value);
}

function isElement(value: object): value is Element {
  return 'id' in value && 'kind' in value && 'facts' in value;
}
