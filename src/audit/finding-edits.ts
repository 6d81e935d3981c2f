import type { Element, Flow } from '../graph/architecture.js';
import type { Edit, EditTarget, FindingEdit, Value } from './edit.js';

/** Edits as a rule gives them, as plain data. */
export function findingEdits(edits: readonly Edit[]): readonly FindingEdit[] {
  return edits.map((edit) => {
    if ('remove' in edit) return { remove: edit.remove };
    if ('call' in edit) return { on: targetOf(edit.on), call: edit.call, args: edit.args.map(argumentOf) };
    const set = Object.entries(edit.set).flatMap(([option, value]) => (value === undefined ? [] : [[option, value]]));
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

function argumentOf(argument: Value | Element): Value | EditTarget {
  return isElement(argument) ? { element: argument.id } : argument;
}

function isElement(argument: Value | Element): argument is Element {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && 'facts' in argument;
}
