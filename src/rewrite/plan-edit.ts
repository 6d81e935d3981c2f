import type { CallExpression, Node } from 'ts-morph';
import type { EditTarget, FindingEdit } from '../audit/edit.js';
import type { Architecture, ElementId, SourcePosition } from '../graph/architecture.js';
import { addStatement } from './add-statement.js';
import type { Change } from './change.js';
import { calledName, findCall } from './find-call.js';
import { findHandle, type Handle } from './find-handle.js';
import { findListenerOptions, findOptions } from './find-options.js';
import { knowHandle } from './know-handle.js';
import { elementsIn, isObject, type NamedValue, withNames } from './named-value.js';
import { Refusal } from './refusal.js';
import { removeStatement } from './remove-statement.js';
import { setOptions } from './set-options.js';
import { sharing } from './sharing.js';
import type { OpenFile, Workspace } from './workspace.js';
import { isIdentifier, writeObject, writeValue } from './write-value.js';

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
  const node = 'object' in place ? place.object : place.call;
  const named = nameWithin(elementsIn(edit.set), { node, model, open });
  const set = Object.fromEntries(Object.entries(edit.set).map(([name, one]) => [name, withNames(one, named.nameOf)]));
  const options = { set, unset: edit.unset ?? [] };
  const claims = [...Object.entries(edit.set), ...options.unset.map((name) => [name, undefined] as const)].map(
    ([name, value]) => ({
      place: `${at.file} ${node.getStart()} ${name}`,
      value: JSON.stringify(value) ?? 'undefined',
    }),
  );
  const isOwn = call.getStart() <= node.getStart() && node.getEnd() <= call.getEnd();
  return {
    file: at.file,
    changes: changesOf(setOptions(place, options, open.style), named.held),
    claims,
    touches: isOwn ? [at] : sharing(node, listener !== undefined, open, models),
  };
}

/** What a value names is given a variable only where it is written. */
function changesOf(written: readonly Change[], held: readonly Change[]): readonly Change[] {
  return written.length > 0 ? [...held, ...written] : [];
}

interface Within {
  /** Where the names are written. */
  readonly node: Node;
  readonly model: Architecture;
  readonly open: OpenFile;
}

/** The names of elements at a place, and what has to change so that they are known there. */
function nameWithin(elements: readonly ElementId[], { node, model, open }: Within) {
  const names = new Map<ElementId, string>();
  const held: Change[] = [];
  for (const element of new Set(elements)) {
    const handle = handleOf({ element }, model, open);
    const name = handle.name ?? open.nameVariable(handle.call, nameOf({ element }, model), kindOf(handle.call));
    held.push(...knowHandle(handle, name, node, open.style));
    names.set(element, name);
  }
  return { held, nameOf: (element: ElementId) => names.get(element) ?? element };
}

type CallEdit = Extract<FindingEdit, { readonly call: string }>;

function planCall(edit: CallEdit, model: Architecture, workspace: Workspace): Plan {
  const at = positionOf(edit.on, model);
  const open = workspace.open(at.file);
  const targets = [edit.on, ...edit.args.flatMap(elementsIn).map((element) => ({ element }))];
  const handles = targets.map((target) => handleOf(target, model, open));
  const names = handles.map(
    ({ name, call }, index) => name ?? open.nameVariable(call, nameOf(targets[index], model), kindOf(call)),
  );
  let next = 1;
  const args = edit.args.map((argument) => withNames(argument, () => names[next++] ?? ''));
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

function writeCall(called: string, args: readonly NamedValue[], indentation: string, { style }: OpenFile): string {
  let written = `${called}(`;
  for (const [index, argument] of args.entries()) {
    if (index > 0) written += ', ';
    const taken = indentation.length + written.length + 2;
    written += isObject(argument) ? writeObject(argument, { style, indentation, taken }) : writeValue(argument, style);
  }
  return `${written})`;
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
