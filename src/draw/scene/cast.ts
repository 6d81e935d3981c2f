import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { type Folding, foldAlike } from './fold-alike.js';
import { placeOf } from './plan-clusters.js';
import type { Group } from './scene.js';
import { shownElements } from './shown-elements.js';
import type { Stage } from './stage.js';
import type { Stroke } from './stroke.js';

/** One card: the element it is named for, and all that it stands for. */
export interface CastBox {
  readonly element: Element;
  readonly alike: readonly Element[];
  /** The element whose group it stands in. */
  readonly group?: ElementId;
}

export interface CastGroup {
  readonly element: Element;
  readonly kind: Group['kind'];
  readonly alike: readonly Element[];
  readonly parent?: ElementId;
}

/** Who is in a picture and where each stands, in the order of the model. */
export interface Cast {
  readonly boxes: readonly CastBox[];
  readonly groups: readonly CastGroup[];
  /** The element whose card stands for this one. */
  boxOf(id: ElementId): ElementId | undefined;
  /** The element whose group stands for this place or cluster. */
  groupOf(id: ElementId): ElementId | undefined;
  /** `n1`, `n2` … by the element a card is named for. */
  cardId(element: ElementId): string;
  /** `g1`, `g2` … by the element a frame is named for. */
  frameId(element: ElementId): string;
}

/** Chooses the cards and groups of a view. `guards`: the firewalls that are cards. */
export function castOf(stage: Stage, strokes: readonly Stroke[], guards: readonly Element[]): Cast {
  const shown = shownElements(stage, strokes, guards);
  const folding = foldAlike(stage, shown);
  const drawn = shown.filter((element) => first(folding, element) === element);
  const homes = homesOf(stage, guards);
  const boxes = drawn.map((element) => ({ element, alike: alike(folding, element), group: homes(element) }));
  const groups = groupsAround(stage.model, boxes, homes, folding);
  const cards = new Map(boxes.map(({ element }, index) => [element.id, `n${index + 1}`]));
  const frames = new Map(groups.map(({ element }, index) => [element.id, `g${index + 1}`]));
  const standIn = (id: ElementId) => folding.get(id)?.[0]?.id ?? id;
  return {
    boxes,
    groups,
    boxOf: (id) => (cards.has(standIn(id)) ? standIn(id) : undefined),
    groupOf: (id) => (frames.has(standIn(id)) ? standIn(id) : undefined),
    cardId: (id) => cards.get(id) ?? '',
    frameId: (id) => frames.get(id) ?? '',
  };
}

function first(folding: Folding, element: Element): Element {
  return folding.get(element.id)?.[0] ?? element;
}

function alike(folding: Folding, element: Element): readonly Element[] {
  return folding.get(element.id) ?? [element];
}

type Homes = (element: Element) => ElementId | undefined;

/** The innermost group of an element: a cluster, else its place, else the failure domain that everything of it stands in. */
function homesOf(stage: Stage, guards: readonly Element[]): Homes {
  const { model, view } = stage;
  const plans = [...stage.clusters.values()].filter(({ form }) => form === 'group');
  const clusterOf = new Map(
    plans.flatMap(({ element, parts }) => [...parts].map((part) => [part, element.id] as const)),
  );
  const placeOfCluster = new Map(plans.map(({ element, place }) => [element.id, place]));
  const inLine = new Set(guards);
  const home = (element: Element): ElementId | undefined => {
    if (placeOfCluster.has(element.id)) return placeOfCluster.get(element.id);
    const domain = view.frames === 'servers' ? domainOf(model, element) : undefined;
    return clusterOf.get(element.id) ?? placeOf(model, element, view.frames) ?? domain;
  };
  return (element) => home(inLine.has(element) ? (besideWhatItGuards(model, element) ?? element) : element);
}

/** A guard of a single element stands where that does; one of a place stands in it. */
function besideWhatItGuards(model: Architecture, guard: Element): Element | undefined {
  const guarded = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  return guarded?.kind === 'zone' || guarded?.kind === 'server' ? undefined : guarded;
}

/** Drawn as a frame where an element stands in just one; several are told in small print instead. */
function domainOf(model: Architecture, element: Element): ElementId | undefined {
  if (isDomain(element)) return model.ancestors(element)[0]?.id ?? element.facts.standsIn?.[0];
  const { standsIn } = element.facts;
  const only = standsIn?.length === 1 ? model.byId.get(standsIn[0]!) : undefined;
  return only && isDomain(only) ? only.id : undefined;
}

function isDomain({ kind }: Element): boolean {
  return kind === 'region' || kind === 'availabilityZone' || kind === 'failureDomain';
}

function groupsAround(
  model: Architecture,
  boxes: readonly CastBox[],
  homes: Homes,
  folding: Folding,
): readonly CastGroup[] {
  const around = new Map<ElementId, CastGroup>();
  for (const box of boxes) {
    for (let id = box.group; id !== undefined && !around.has(id); id = around.get(id)?.parent) {
      const element = model.byId.get(id);
      if (!element) break;
      around.set(id, { element, kind: groupKind(element), alike: alike(folding, element), parent: homes(element) });
    }
  }
  return model.elements.map(({ id }) => around.get(id)).filter((group): group is CastGroup => group !== undefined);
}

function groupKind({ kind }: Element): Group['kind'] {
  if (kind === 'server' || kind === 'zone' || kind === 'cluster' || kind === 'region') return kind;
  return 'domain';
}
