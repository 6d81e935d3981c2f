import { analyseTransport } from '../../analyses/transport/analyse-transport.js';
import type { Audit } from '../../audit/finding.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import { cleanText } from '../text/clean-text.js';
import { bundleStrokes } from './bundle-strokes.js';
import { castOf } from './cast.js';
import { describeScene } from './describe.js';
import { digestOf } from './digest-of.js';
import { strokesOfFlow } from './draw-flows.js';
import { evenOutTiers } from './even-out.js';
import { failoverStrokes } from './failover-strokes.js';
import type { Aftermath } from './failure/aftermath.js';
import { cutAtEnds, cutWithFlows, silenceCut } from './failure/cut-strokes.js';
import { withReplicasInPlace } from './failure/take-over.js';
import { makeBoxes, makeBundles, makeGroups, type Picture } from './make-parts.js';
import type { Found } from './number-findings.js';
import { guardsInLine, passGuards } from './pass-guards.js';
import { placeMarks } from './place-marks.js';
import { planClusters } from './plan-clusters.js';
import type { Scene } from './scene.js';
import { shieldedBy } from './shields.js';
import { shownOf, sizeOf } from './size-words.js';
import { spreadOverClusters } from './spread-clusters.js';
import type { Stage } from './stage.js';
import type { Stroke } from './stroke.js';
import type { View } from './view.js';
import { watchingIn } from './watch-marks.js';

/** What a view of a model shows: who is in it, what connects them, what was found. */
export function composeScene(model: Architecture, audit: Audit, view: View): Scene {
  const digest = digestOf(model);
  const extended = view.extend?.(model) ?? model;
  const picture = arrange(setStage(extended, view), audit);
  const parts = { title: titleOf(model, view.about), ...partsOf(picture), marks: picture.marks.all };
  const summed = view.sumUp && cleanText(view.sumUp(extended));
  return {
    ...parts,
    view: view.name,
    direction: view.direction,
    subtitle: summed ?? (cleanText(model.facts.summary ?? '') || shownOf(model, picture)),
    footer: footerOf(model, digest),
    description: [summed ?? '', describeScene(parts)].filter((part) => part !== '').join('\n'),
    digest: view.name === 'own' ? digestOf(model, view.about) : digest,
  };
}

/** An environment other than production is part of the name. */
export function titleOf({ name, facts }: Architecture, about: string): string {
  const { environment = 'production' } = facts;
  const shown = cleanText(name) || '(no name)';
  return `${shown}${environment === 'production' ? '' : `, ${environment}`} — ${about}`;
}

export function footerOf(model: Architecture, digest: string): string {
  return `Stanchion · model ${digest.slice(0, 7)}: ${sizeOf(model)}`;
}

export function setStage(model: Architecture, view: View, aftermath?: Aftermath): Stage {
  const clusters = planClusters(model, view.frames);
  return { model, transport: analyseTransport(model), view, clusters, ...(aftermath && { aftermath }) };
}

/** Everything that is to be drawn, as it will stand in the scene. */
export function partsOf(picture: Picture): Pick<Scene, 'boxes' | 'groups' | 'bundles'> {
  return { boxes: makeBoxes(picture), groups: makeGroups(picture), bundles: makeBundles(picture) };
}

/** What connects the elements of a model in a view, and the firewalls that stand in the way as cards. */
export interface Connections {
  readonly strokes: readonly Stroke[];
  readonly guards: readonly Element[];
}

/** Decides who is in the picture and what connects them. */
export function arrange(stage: Stage, audit: Found): Picture {
  return arrangeAround(stage, audit, connectionsIn(stage));
}

export function connectionsIn(stage: Stage): Connections {
  const { model, view, aftermath } = stage;
  const flows = model.flows.filter((flow) => view.draws(flow, model));
  const lead = (stroke: Stroke) => view.lead?.(stroke, model) ?? [stroke];
  const failover = view.showsFailover ? failoverStrokes(stage) : [];
  const single = [...flows.flatMap((flow) => strokesOfFlow(stage, flow)).flatMap(lead), ...failover];
  const strokes = cutWithFlows(model, single, aftermath);
  const guards = guardsInLine(model, strokes, view);
  const spread = evenOutTiers(model, spreadOverClusters(stage, passGuards(model, strokes, guards)));
  return { strokes: cutAtEnds(model, withReplicasInPlace(model, spread, aftermath), aftermath), guards };
}

/** A picture of connections that are known already. */
export function arrangeAround(stage: Stage, audit: Found, { strokes, guards }: Connections): Picture {
  const cast = castOf(stage, strokes, guards);
  const watching = watchingIn(stage.model, strokes, (id) => cast.boxOf(id) !== undefined);
  const bundles = silenceCut(bundleStrokes(watching.strokes, cast.boxOf));
  const marks = placeMarks(stage, audit, cast, bundles);
  return { stage, cast, bundles, marks, watching, shielded: shieldedBy(stage, cast, guards) };
}
