import type { Finding } from '../../audit/finding.js';
import type { Element, ElementId, FlowId } from '../../graph/architecture.js';
import type { StrokeBundle } from './bundle-strokes.js';
import type { Cast } from './cast.js';
import { type Found, numberFindings } from './number-findings.js';
import type { Mark } from './scene.js';
import { elementsOf, type Stage } from './stage.js';
import type { View } from './view.js';

/** Where each mark stands. Those of the model as a whole, and of what is not drawn, stand in the legend alone. */
export interface PlacedMarks {
  readonly all: readonly Mark[];
  readonly ofBox: ReadonlyMap<ElementId, readonly Mark[]>;
  readonly ofGroup: ReadonlyMap<ElementId, readonly Mark[]>;
  readonly ofBundle: ReadonlyMap<StrokeBundle, readonly Mark[]>;
}

/** Puts every finding's mark on the line or element it is about, or on what stands for that in this picture. */
export function placeMarks(stage: Stage, audit: Found, cast: Cast, bundles: readonly StrokeBundle[]): PlacedMarks {
  const numbers = inView(numberFindings(audit), stage.view, audit.drawn);
  const lines = linesOfFlows(bundles);
  const cards = cardsOnServers(stage, cast);
  const placed = {
    box: new Map<ElementId, Mark[]>(),
    group: new Map<ElementId, Mark[]>(),
    line: new Map<StrokeBundle, Mark[]>(),
  };
  const onPicture = new Set<Mark>();
  for (const [finding, mark] of numbers) {
    const bundle = finding.flow === undefined ? undefined : lines.get(finding.flow);
    const home = bundle ? undefined : homeOf(stage, cast, cards, finding);
    if (bundle) append(placed.line, bundle, mark, mostOf.line);
    else if (home) append(placed[home.kind], home.id, mark, mostOf[home.kind]);
    if (bundle || home) onPicture.add(mark);
  }
  // A part of a model tells what was found there; other views tell what is about the whole.
  const all = [...numbers.values()].filter((mark) => stage.view.name !== 'own' || onPicture.has(mark));
  return { all, ofBox: placed.box, ofGroup: placed.group, ofBundle: placed.line };
}

/** A finding has one number in all views of a model. */
function inView(
  numbers: ReadonlyMap<Finding, Mark>,
  { families }: View,
  drawn: ReadonlySet<Finding> | undefined,
): ReadonlyMap<Finding, Mark> {
  if (families === undefined && drawn === undefined) return numbers;
  const isOfView = (rule: string) => families === undefined || families.includes(rule.slice(0, rule.indexOf('/')));
  return new Map([...numbers].filter(([finding]) => isOfView(finding.rule) && (drawn?.has(finding) ?? true)));
}

/** Of a flow in several steps, the step that says its protocol. */
function linesOfFlows(bundles: readonly StrokeBundle[]): ReadonlyMap<FlowId, StrokeBundle> {
  const lines = new Map<FlowId, StrokeBundle>();
  for (const bundle of bundles) {
    for (const flow of bundle.flows) {
      const before = lines.get(flow);
      if (!before || (before.line.label === '' && bundle.line.label !== '') || before.line.sideBySide)
        lines.set(flow, bundle);
    }
  }
  return lines;
}

type Home = { readonly kind: 'box' | 'group'; readonly id: ElementId };

function homeOf(stage: Stage, cast: Cast, cards: CardsOnServers, { element, flow }: Finding): Home | undefined {
  const { model } = stage;
  const id = element ?? (flow === undefined ? undefined : model.flowById.get(flow)?.from);
  const subject = id === undefined ? undefined : model.byId.get(id);
  if (!subject) return undefined;
  for (const candidate of [subject, ...standIns(stage, cards, subject)]) {
    const [box, group] = [cast.boxOf(candidate.id), cast.groupOf(candidate.id)];
    if (box !== undefined) return { kind: 'box', id: box };
    if (group !== undefined) return { kind: 'group', id: group };
  }
  return undefined;
}

/** What an undrawn element's mark goes to: what it guards or speaks for, what it stands for, what holds it. */
function standIns({ model, transport }: Stage, cards: CardsOnServers, subject: Element): readonly Element[] {
  switch (subject.kind) {
    case 'certificate':
      return transport.holdersOf(subject);
    case 'cluster':
      return elementsOf(model, model.clusterById.get(subject.id)?.members.slice(0, 1) ?? []);
    case 'server':
      return onlyCard(cards, subject);
    default:
      return model
        .ancestors(subject)
        .slice(0, 1)
        .flatMap((place) => [place, ...onlyCard(cards, place)]);
  }
}

type CardsOnServers = ReadonlyMap<Element, readonly Element[]>;

function cardsOnServers({ model }: Stage, cast: Cast): CardsOnServers {
  const cards = new Map<Element, Element[]>();
  for (const { element } of cast.boxes) {
    const host = model.hostOf(element);
    if (host) cards.set(host, [...(cards.get(host) ?? []), element]);
  }
  return cards;
}

/** A server without a frame is told by its card where it has one card only. */
function onlyCard(cards: CardsOnServers, server: Element): readonly Element[] {
  const here = cards.get(server) ?? [];
  return here.length === 1 ? here : [];
}

/** A card has room for so many badges, a chip for fewer: the worst stand on it, all of them in the legend. */
const mostOf = { box: 7, group: 7, line: 4 } as const;

function append<K>(map: Map<K, Mark[]>, key: K, mark: Mark, most: number): void {
  const list = map.get(key);
  if (list && list.length < most) list.push(mark);
  else if (!list) map.set(key, [mark]);
}
