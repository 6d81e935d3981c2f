import type { Audit, Finding } from '../../audit/finding.js';
import type { Element, ElementId, FlowId } from '../../graph/architecture.js';
import type { StrokeBundle } from './bundle-strokes.js';
import type { Cast } from './cast.js';
import { numberFindings } from './number-findings.js';
import type { Mark } from './scene.js';
import type { Stage } from './stage.js';

/** Where each mark stands. Those of the model as a whole, and of what is not drawn, stand in the legend alone. */
export interface PlacedMarks {
  readonly all: readonly Mark[];
  readonly ofBox: ReadonlyMap<ElementId, readonly Mark[]>;
  readonly ofGroup: ReadonlyMap<ElementId, readonly Mark[]>;
  readonly ofBundle: ReadonlyMap<StrokeBundle, readonly Mark[]>;
}

/** Puts every finding's mark on the line or element it is about, or on what stands for that in this picture. */
export function placeMarks(stage: Stage, audit: Audit, cast: Cast, bundles: readonly StrokeBundle[]): PlacedMarks {
  const numbers = numberFindings(audit);
  const lines = linesOfFlows(bundles);
  const placed = {
    box: new Map<ElementId, Mark[]>(),
    group: new Map<ElementId, Mark[]>(),
    line: new Map<StrokeBundle, Mark[]>(),
  };
  for (const [finding, mark] of numbers) {
    const bundle = finding.flow === undefined ? undefined : lines.get(finding.flow);
    if (bundle) append(placed.line, bundle, mark);
    else {
      const home = homeOf(stage, cast, finding);
      if (home) append(placed[home.kind], home.id, mark);
    }
  }
  return { all: [...numbers.values()], ofBox: placed.box, ofGroup: placed.group, ofBundle: placed.line };
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

function homeOf(stage: Stage, cast: Cast, { element, flow }: Finding): Home | undefined {
  const { model } = stage;
  const id = element ?? (flow === undefined ? undefined : model.flowById.get(flow)?.from);
  const subject = id === undefined ? undefined : model.byId.get(id);
  if (!subject) return undefined;
  for (const candidate of [subject, ...standIns(stage, cast, subject)]) {
    const [box, group] = [cast.boxOf(candidate.id), cast.groupOf(candidate.id)];
    if (box !== undefined) return { kind: 'box', id: box };
    if (group !== undefined) return { kind: 'group', id: group };
  }
  return undefined;
}

/** What an undrawn element's mark goes to: what it guards or speaks for, what it stands for, what holds it. */
function standIns({ model, transport }: Stage, cast: Cast, subject: Element): readonly Element[] {
  switch (subject.kind) {
    case 'certificate':
      return transport.holdersOf(subject);
    case 'cluster':
      return model.elements.filter(({ id }) => model.clusterById.get(subject.id)?.members[0] === id);
    case 'server':
      return onlyOne(model.elements.filter((one) => model.hostOf(one) === subject && cast.boxOf(one.id) !== undefined));
    default:
      return model
        .ancestors(subject)
        .slice(0, 1)
        .flatMap((place) => [place, ...onlyInhabitant(model, cast, place)]);
  }
}

function onlyInhabitant(model: Stage['model'], cast: Cast, place: Element): readonly Element[] {
  if (place.kind !== 'server') return [];
  return onlyOne(model.elements.filter((one) => model.hostOf(one) === place && cast.boxOf(one.id) !== undefined));
}

/** A server without a frame is told by its card where it has one card only. */
function onlyOne(elements: readonly Element[]): readonly Element[] {
  return elements.length === 1 ? elements : [];
}

function append<K>(map: Map<K, Mark[]>, key: K, mark: Mark): void {
  const list = map.get(key);
  if (list) list.push(mark);
  else map.set(key, [mark]);
}
