import type { Element, ElementId } from '../../graph/architecture.js';
import { grouped } from './bundle-strokes.js';
import { isFramed, placeOf } from './plan-clusters.js';
import { type Stage, stateOn } from './stage.js';
import { storeRole } from './store-role.js';

/** Elements alike, the first of which is drawn for all. By every member's id; what is not folded is not listed. */
export type Folding = ReadonlyMap<ElementId, readonly Element[]>;

/** Folds what is alike where showing each would hide the picture. What is dead is never folded with what is alive. */
export function foldAlike(stage: Stage, shown: readonly Element[]): Folding {
  const { mostOfATier, some, many } = stage.view.folding;
  const apart = apartFrom(stage, shown);
  const least = shown.length > some ? 2 : mostOfATier + 1;
  const tiers = framesServers(stage) ? serverTiers(stage, shown, apart) : elementTiers(stage, shown, apart);
  const sets = tiers.filter((set) => set.length >= least);
  if (shown.length - hiddenBy(sets, shown) > many) sets.push(...lookalikes(stage, shown, sets, apart));
  return new Map(sets.flatMap((set) => set.map((element) => [element.id, set] as const)));
}

function framesServers({ model, view }: Stage): boolean {
  return view.frames !== 'zones' && model.byKind.server.some((server) => isFramed(model, server, view.frames));
}

/** What is never folded with anything else has a name of its own here. */
type Apart = (element: Element) => ElementId | undefined;

/** In a large picture of a change, what changed and what that is connected with: unless those are too many themselves. */
function apartFrom({ changes, view }: Stage, shown: readonly Element[]): Apart {
  if (!changes || shown.length <= view.folding.some) return () => undefined;
  const near = new Set(shown.filter(({ id }) => changes.isNear(id)));
  return (element) => (near.has(element) && near.size <= view.folding.some ? element.id : undefined);
}

function hiddenBy(sets: readonly Element[][], shown: readonly Element[]): number {
  const hidden = new Set(sets.flatMap((set) => set.slice(1)));
  return shown.filter((element) => hidden.has(element)).length;
}

function elementTiers(stage: Stage, shown: readonly Element[], apart: Apart): Element[][] {
  const ofTiers = shown.filter(({ tier }) => tier !== undefined);
  return [
    ...grouped(ofTiers, (element) => JSON.stringify([element.tier, ...alikeness(stage, element, apart)])).values(),
  ];
}

/** Servers of one tier that hold the same, each with what it holds: one set for the server, one for each thing in it. */
function serverTiers(stage: Stage, shown: readonly Element[], apart: Apart): Element[][] {
  const { model } = stage;
  const onServers = grouped(shown, (element) => model.hostOf(element)?.id ?? '');
  const holding = (server: Element) => onServers.get(server.id) ?? [];
  const signature = (server: Element) => [
    server.tier,
    server.parent,
    server.facts.os,
    stateOn(stage, server.id),
    apart(server),
    toldOf(stage, server),
    holding(server).map(contentOf(stage, apart)),
  ];
  const tiers = grouped(
    model.byKind.server.filter(({ tier }) => tier !== undefined),
    (server) => JSON.stringify(signature(server)),
  );
  return [...tiers.values()].flatMap((servers) => [servers, ...columns(servers.map(holding))]);
}

function contentOf(stage: Stage, apart: Apart): (element: Element) => readonly unknown[] {
  return (element) => [
    element.kind,
    element.name,
    element.facts.software,
    element.facts.engine,
    storeRole(stage.model, element),
    stateOn(stage, element.id),
    apart(element),
    toldOf(stage, element),
  ];
}

/** What the view says of them. */
function toldOf({ view, model }: Stage, element: Element): unknown {
  return view.tell?.(element, model, true, true);
}

function columns(rows: readonly (readonly Element[])[]): Element[][] {
  return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index]!));
}

/** Same kind, software, place and role, and names that differ in a closing number only. */
function lookalikes(stage: Stage, shown: readonly Element[], folded: readonly Element[][], apart: Apart): Element[][] {
  const done = new Set(folded.flat());
  const rest = shown.filter((element) => !done.has(element) && element.kind !== 'user');
  const sets = grouped(rest, (element) =>
    JSON.stringify([baseName(element.name), ...alikeness(stage, element, apart)]),
  );
  return [...sets.values()].filter((set) => set.length > 1);
}

function alikeness(stage: Stage, element: Element, apart: Apart): readonly unknown[] {
  const { model, view } = stage;
  const clusters = model.clustersOf(element).map(({ id }) => id);
  const { software, engine } = element.facts;
  const state = stateOn(stage, element.id);
  return [
    element.kind,
    software,
    engine,
    placeOf(model, element, view.frames),
    storeRole(model, element),
    clusters,
    state,
    toldOf(stage, element),
    apart(element),
  ];
}

/** `catalog` of `catalog-12`; a name that is nothing but a number stays. */
export function baseName(name: string): string {
  return name.replace(/(?<=\S)[\s\-_.]*\d+$/u, '');
}
