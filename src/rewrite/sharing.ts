import type { Node } from 'ts-morph';
import type { Architecture, SourcePosition } from '../graph/architecture.js';
import { findCall } from './find-call.js';
import { findListenerOptions, findOptions, type OptionsPlace } from './find-options.js';
import { Refusal } from './refusal.js';
import type { OpenFile } from './workspace.js';

/** The calls of a file that take their options from one `const`: an edit of it touches what all of them made. */
export function sharing(
  node: Node,
  isListener: boolean,
  open: OpenFile,
  models: readonly Architecture[],
): readonly SourcePosition[] {
  const shared = new Map<string, SourcePosition>();
  for (const { at, listeners } of models.flatMap(({ elements, flows }) => [
    ...elements,
    ...flows.map(withoutListeners),
  ])) {
    if (at?.file !== open.file) continue;
    const key = `${at.line}:${at.column}`;
    if (shared.has(key)) continue;
    const names = isListener ? (listeners ?? []).map(({ name }) => name) : [undefined];
    if (names.some((name) => nodeOf(placeOf(at, name, open)) === node)) shared.set(key, at);
  }
  return [...shared.values()];
}

function withoutListeners({ at }: { readonly at?: SourcePosition }) {
  return { at, listeners: undefined };
}

function placeOf(at: SourcePosition, listener: string | undefined, open: OpenFile): OptionsPlace | undefined {
  try {
    const call = findCall(open.source, open.offsetOf(at));
    return listener === undefined ? findOptions(call) : findListenerOptions(call, listener);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function nodeOf(place: OptionsPlace | undefined): Node | undefined {
  return place && ('object' in place ? place.object : place.call);
}
