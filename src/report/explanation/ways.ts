import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';

/** One step of a way: along a flow, or (without one) from a group to one of its members. */
export interface Step {
  readonly from: Element;
  readonly to: Element;
  readonly flow?: Flow;
}

export type Way = readonly Step[];

/** A shortest way of a request from any user to an element; undefined where none leads there. */
export function wayFromUsers(model: Architecture, element: Element): Way | undefined {
  const cameBy = searchFrom(model, model.byKind.user, (one) => one === element);
  return cameBy.has(element) && element.kind !== 'user' ? wayTo(element, cameBy) : undefined;
}

/** Shortest ways of a request from any of these elements on to the nearest stores, `most` of them. */
export function waysToStores(model: Architecture, starts: readonly Element[], most: number): readonly Way[] {
  const found: Element[] = [];
  const cameBy = searchFrom(model, starts, (one) => {
    if (!starts.includes(one) && traits(one.kind).store) found.push(one);
    return found.length >= most;
  });
  return found.map((store) => wayTo(store, cameBy));
}

/** Breadth first, until `isEnough` says so of an element that was reached. */
function searchFrom(
  model: Architecture,
  starts: readonly Element[],
  isEnough: (reached: Element) => boolean,
): ReadonlyMap<Element, Step | undefined> {
  const cameBy = new Map<Element, Step | undefined>(starts.map((start) => [start, undefined]));
  const waiting = [...starts];
  for (const from of waiting) {
    if (isEnough(from)) break;
    for (const step of stepsFrom(model, from)) {
      if (cameBy.has(step.to)) continue;
      cameBy.set(step.to, step);
      waiting.push(step.to);
    }
  }
  return cameBy;
}

function stepsFrom(model: Architecture, from: Element): readonly Step[] {
  const along = model.outgoing(from).flatMap((flow): Step[] => {
    const to = model.byId.get(flow.to);
    return to && verbs[flow.verb].sort === 'traffic' ? [{ from, to, flow }] : [];
  });
  const members = model.clusterById.get(from.id)?.members ?? [];
  return [...along, ...members.flatMap((id) => model.byId.get(id) ?? []).map((to) => ({ from, to }))];
}

function wayTo(end: Element, cameBy: ReadonlyMap<Element, Step | undefined>): Way {
  const way: Step[] = [];
  for (let step = cameBy.get(end); step; step = cameBy.get(step.from)) way.unshift(step);
  return way;
}
