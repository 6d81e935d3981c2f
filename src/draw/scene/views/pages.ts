import type { Architecture, AuthorView, Element, ElementId, Journey } from '../../../graph/architecture.js';
import { kinds, traits } from '../../../vocabulary/kinds.js';
import { verbs } from '../../../vocabulary/verbs.js';

/** One picture of more cards than these is read by nobody. */
const mostOnOnePage = 60;

/**
 * The pages of a large model: one for each zone, and of a zone that is too large itself one for each zone in it; where there
 * are no zones, one for each journey. Each as a view with what is connected with it. None where one picture can hold all.
 */
export function pagesOf(model: Architecture): readonly AuthorView[] {
  if (model.elements.filter(isDrawn).length <= mostOnOnePage) return [];
  const outermost = model.byKind.zone.filter((zone) => model.zoneOf(zone) === undefined);
  const pages = outermost.flatMap((zone) => pagesOfZone(model, zone));
  if (pages.length === 0) return model.journeys.map((one) => pageOfJourney(model, one));
  const apart = partsBeside(model, undefined);
  return apart.length > 0 ? [...pages, { ...page, name: 'outside of zones', include: apart }] : pages;
}

/** What stands as a card of its own, as a rule. */
function isDrawn({ kind }: Element): boolean {
  return (
    kinds[kind].group !== 'place' && (traits(kind).running === true || traits(kind).store === true) && kind !== 'agent'
  );
}

const page = { like: 'deployment', neighbours: true } as const;

function pagesOfZone(model: Architecture, zone: Element): readonly AuthorView[] {
  const inside = model.children(zone).filter(({ kind }) => kind === 'zone');
  const name = `zone ${[zone, ...zonesAround(model, zone)].map((one) => one.name).join(' in ')}`;
  if (inside.length === 0 || drawnIn(model, zone) <= mostOnOnePage) return [{ ...page, name, include: [zone.id] }];
  const beside = partsBeside(model, zone);
  const own = beside.length > 0 ? [{ ...page, name, include: beside }] : [];
  return [...own, ...inside.flatMap((one) => pagesOfZone(model, one))];
}

/** What stands in a place, or in none, beside the zones in it, as far as anything of it is drawn. */
function partsBeside(model: Architecture, place: Element | undefined): readonly ElementId[] {
  const beside = model.children(place).filter(({ kind }) => kind !== 'zone');
  return beside.filter((one) => isDrawn(one) || drawnIn(model, one) > 0).map(({ id }) => id);
}

function drawnIn(model: Architecture, place: Element): number {
  return model
    .children(place)
    .reduce((total, element) => total + (isDrawn(element) ? 1 : 0) + drawnIn(model, element), 0);
}

function zonesAround(model: Architecture, zone: Element): readonly Element[] {
  return model.ancestors(zone).filter(({ kind }) => kind === 'zone');
}

function pageOfJourney(model: Architecture, { name, from, to }: Journey): AuthorView {
  const forth = reached(model, from, (element) =>
    model
      .outgoing(element)
      .filter(isTraffic)
      .map((flow) => flow.to),
  );
  const back = reached(model, to, (element) =>
    model
      .incoming(element)
      .filter(isTraffic)
      .map((flow) => flow.from),
  );
  return { name: `journey ${name}`, like: 'deployment', include: [...forth].filter((id) => back.has(id)) };
}

function isTraffic({ verb }: { readonly verb: keyof typeof verbs }): boolean {
  return verbs[verb].sort === 'traffic' || verb === 'resolvesTo';
}

/** What a way leads to; who reaches a group reaches its members, and who starts at a member starts at the group too. */
function reached(
  model: Architecture,
  start: ElementId,
  next: (element: Element) => readonly ElementId[],
): ReadonlySet<ElementId> {
  const seen = new Set([start]);
  for (const id of seen) {
    const element = model.byId.get(id);
    if (!element) continue;
    for (const one of next(element)) seen.add(one);
    for (const member of model.clusterById.get(id)?.members ?? []) seen.add(member);
    for (const cluster of model.clustersOf(element)) seen.add(cluster.id);
  }
  return seen;
}
