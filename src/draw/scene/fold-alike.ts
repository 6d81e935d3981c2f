import type { Element, ElementId } from '../../graph/architecture.js';
import { grouped } from './bundle-strokes.js';
import { isFramed, placeOf } from './plan-clusters.js';
import type { Stage } from './stage.js';
import { storeRole } from './store-role.js';

/** Elements alike, the first of which is drawn for all. By every member's id; what is not folded is not listed. */
export type Folding = ReadonlyMap<ElementId, readonly Element[]>;

/** Folds what is alike where showing each would hide the picture. What is dead is never folded with what is alive. */
export function foldAlike(stage: Stage, shown: readonly Element[]): Folding {
  const { mostOfATier, some, many } = stage.view.folding;
  const least = shown.length > some ? 2 : mostOfATier + 1;
  const tiers = framesServers(stage) ? serverTiers(stage, shown) : elementTiers(stage, shown);
  const sets = tiers.filter((set) => set.length >= least);
  if (shown.length - hiddenBy(sets, shown) > many) sets.push(...lookalikes(stage, shown, sets));
  return new Map(sets.flatMap((set) => set.map((element) => [element.id, set] as const)));
}

function framesServers({ model, view }: Stage): boolean {
  return view.frames !== 'zones' && model.byKind.server.some((server) => isFramed(model, server, view.frames));
}

function hiddenBy(sets: readonly Element[][], shown: readonly Element[]): number {
  const hidden = new Set(sets.flatMap((set) => set.slice(1)));
  return shown.filter((element) => hidden.has(element)).length;
}

function elementTiers(stage: Stage, shown: readonly Element[]): Element[][] {
  const ofTiers = shown.filter(({ tier }) => tier !== undefined);
  return [...grouped(ofTiers, (element) => JSON.stringify([element.tier, ...alikeness(stage, element)])).values()];
}

/** Servers of one tier that hold the same, each with what it holds: one set for the server, one for each thing in it. */
function serverTiers(stage: Stage, shown: readonly Element[]): Element[][] {
  const { model } = stage;
  const onServers = grouped(shown, (element) => model.hostOf(element)?.id ?? '');
  const holding = (server: Element) => onServers.get(server.id) ?? [];
  const signature = (server: Element) => [
    server.tier,
    server.parent,
    server.facts.os,
    stage.aftermath?.stateOf(server.id),
    toldOf(stage, server),
    holding(server).map(contentOf(stage)),
  ];
  const tiers = grouped(
    model.byKind.server.filter(({ tier }) => tier !== undefined),
    (server) => JSON.stringify(signature(server)),
  );
  return [...tiers.values()].flatMap((servers) => [servers, ...columns(servers.map(holding))]);
}

function contentOf(stage: Stage): (element: Element) => readonly unknown[] {
  const { model, aftermath } = stage;
  return (element) => [
    element.kind,
    element.name,
    element.facts.software,
    element.facts.engine,
    storeRole(model, element),
    aftermath?.stateOf(element.id),
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
function lookalikes(stage: Stage, shown: readonly Element[], folded: readonly Element[][]): Element[][] {
  const done = new Set(folded.flat());
  const rest = shown.filter((element) => !done.has(element) && element.kind !== 'user');
  const sets = grouped(rest, (element) => JSON.stringify([baseName(element.name), ...alikeness(stage, element)]));
  return [...sets.values()].filter((set) => set.length > 1);
}

function alikeness(stage: Stage, element: Element): readonly unknown[] {
  const { model, view, aftermath } = stage;
  const clusters = model.clustersOf(element).map(({ id }) => id);
  const { software, engine } = element.facts;
  const state = aftermath?.stateOf(element.id);
  return [
    element.kind,
    software,
    engine,
    placeOf(model, element, view.frames),
    storeRole(model, element),
    clusters,
    state,
    toldOf(stage, element),
  ];
}

/** `catalog` of `catalog-12`; a name that is nothing but a number stays. */
export function baseName(name: string): string {
  return name.replace(/(?<=\S)[\s\-_.]*\d+$/u, '');
}
