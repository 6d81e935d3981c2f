import type { CallExpression } from 'ts-morph';
import type { EditTarget, FindingEdit, Value } from '../audit/edit.js';
import type { Architecture, SourcePosition } from '../graph/architecture.js';
import { addStatement } from './add-statement.js';
import type { Change } from './change.js';
import { calledName, findCall } from './find-call.js';
import { findHandle, type Handle } from './find-handle.js';
import { findListenerOptions, findOptions } from './find-options.js';
import { Refusal } from './refusal.js';
import { removeStatement } from './remove-statement.js';
import { setOptions } from './set-options.js';
import { sharing } from './sharing.js';
import type { OpenFile, Workspace } from './workspace.js';
import { isIdentifier, isList, writeObject, writeValue } from './write-value.js';

/** An edit, and the model to whose elements and flows its ids belong. */
export interface PlannedEdit {
  readonly edit: FindingEdit;
  readonly model: Architecture;
}

export interface Plan {
  readonly file: string;
  readonly changes: readonly Change[];
  /** Places in the source that decide an option: two edits that give one of them different values contradict each other. */
  readonly claims: readonly { readonly place: string; readonly value: string }[];
  /** Positions of the calls whose elements and flows it touches. */
  readonly touches: readonly SourcePosition[];
}

/** What has to change in the sources as they stand. @throws Refusal */
export function planEdit(planned: PlannedEdit, workspace: Workspace, models: readonly Architecture[]): Plan {
  const { edit } = planned;
  if ('remove' in edit) return planRemoval(edit.remove, workspace);
  if ('call' in edit) return planCall(edit, planned.model, workspace);
  return planSet(edit, planned.model, workspace, models);
}

function planRemoval(at: SourcePosition, workspace: Workspace): Plan {
  const open = workspace.open(at.file);
  const changes = removeStatement(findCall(open.source, open.offsetOf(at)));
  return { file: at.file, changes, claims: [], touches: [at] };
}

type SetEdit = Extract<FindingEdit, { readonly set: unknown }>;

function planSet(edit: SetEdit, model: Architecture, workspace: Workspace, models: readonly Architecture[]): Plan {
  const at = positionOf(edit.on, model);
  const open = workspace.open(at.file);
  const call = findCall(open.source, open.offsetOf(at));
  const { listener } = edit;
  const place = listener === undefined ? findOptions(call) : findListenerOptions(call, listener);
  const options = { set: edit.set, unset: edit.unset ?? [] };
  const node = 'object' in place ? place.object : place.call;
  const claims = [...Object.entries(edit.set), ...options.unset.map((name) => [name, undefined] as const)].map(
    ([name, value]) => ({
      place: `${at.file} ${node.getStart()} ${name}`,
      value: JSON.stringify(value) ?? 'undefined',
    }),
  );
  const isOwn = call.getStart() <= node.getStart() && node.getEnd() <= call.getEnd();
  return {
    file: at.file,
    changes: setOptions(place, options, open.style),
    claims,
    touches: isOwn ? [at] : sharing(node, listener !== undefined, open, models),
  };
}

type CallEdit = Extract<FindingEdit, { readonly call: string }>;

function planCall(edit: CallEdit, model: Architecture, workspace: Workspace): Plan {
  const at = positionOf(edit.on, model);
  const open = workspace.open(at.file);
  const targets = [edit.on, ...edit.args.filter(isTarget)];
  const handles = targets.map((target) => handleOf(target, model, open));
  const names = handles.map(
    ({ name, call }, index) => name ?? open.nameVariable(call, nameOf(targets[index], model), kindOf(call)),
  );
  let next = 1;
  const args = edit.args.map((argument) => (isTarget(argument) ? { name: names[next++] ?? '' } : { value: argument }));
  const write = (indentation: string): string => writeCall(`${names[0]}.${edit.call}`, args, indentation, open);
  if (!isIdentifier(edit.call)) throw new Refusal(`'${edit.call}' is no method`);
  const writing = { write, style: open.style, isAdded: open.isAdded };
  return { file: at.file, changes: addStatement(handles, names, writing), claims: [], touches: [at] };
}

function handleOf(target: EditTarget, model: Architecture, open: OpenFile): Handle {
  const at = positionOf(target, model);
  if (at.file !== open.file) throw new Refusal(`'${nameOf(target, model)}' is made in another file, ${at.file}`);
  return findHandle(findCall(open.source, open.offsetOf(at)));
}

function kindOf(call: CallExpression): string {
  return calledName(call).getText();
}

function nameOf(target: EditTarget | undefined, model: Architecture): string {
  if (target && 'element' in target) return model.byId.get(target.element)?.name ?? target.element;
  return 'site';
}

/** An argument: a value, or the name of a variable as it is. */
type Argument = { readonly value: Value } | { readonly name: string };

function writeCall(called: string, args: readonly Argument[], indentation: string, { style }: OpenFile): string {
  let written = `${called}(`;
  for (const [index, argument] of args.entries()) {
    if (index > 0) written += ', ';
    const taken = indentation.length + written.length + 2;
    if ('name' in argument) written += argument.name;
    else
      written += isObject(argument.value)
        ? writeObject(argument.value, { style, indentation, taken })
        : writeValue(argument.value, style);
  }
  return `${written})`;
}

function isObject(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isTarget(argument: Value | EditTarget): argument is EditTarget {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return false;
  const keys = Object.keys(argument);
  return keys.length === 1 && (keys[0] === 'element' || keys[0] === 'flow' || keys[0] === 'model');
}

export function positionOf(target: EditTarget, model: Architecture): SourcePosition {
  if ('model' in target) return known(model.at, model.name);
  if ('flow' in target) return known(model.flowById.get(target.flow)?.at, target.flow);
  return known(model.byId.get(target.element)?.at, target.element);
}

function known(at: SourcePosition | undefined, name: string): SourcePosition {
  if (!at) throw new Refusal(`it is not known where '${name}' is written`);
  return at;
}
