import { checkPlacement } from '../self-test/check-placement.js';
import { assemble } from './assemble.js';
import { type Choice, type Chosen, choosePlaces } from './choose/choose-places.js';
import { directionOf, placeVariant } from './choose/variants.js';
import { drawLines } from './draw-lines.js';
import type { Line } from './label/line.js';
import { type Labels, placeLabels } from './label/place-labels.js';
import { makePlan } from './make-plan.js';
import type { MeasuredScene, Placement } from './placement.js';
import type { Plan } from './plan.js';
import { type Routes, routeAll, routeApart } from './route/route-all.js';
import { type Stage, setStage } from './stage.js';
import { straightLines } from './straight-lines.js';

/** Above this nothing is routed: fold the scene first, or live with straight lines without labels. */
export const routable = { boxes: 120, bundles: 200 } as const;
/** Pixels that the ranks move apart after each failed self-test. */
const widenings = [24, 48] as const;

/**
 * Places every card, frame, line and label of a scene. Where the self-test finds an overlap the ranks are moved apart, at
 * most twice; the best attempt is returned, and it says itself what is unplaced or not routed.
 */
export async function layoutScene(measured: MeasuredScene, options: Choice = {}): Promise<Placement> {
  const plan = makePlan(measured);
  const chosen = await choosePlaces(plan, options);
  if (plan.boxes.length > routable.boxes || plan.bundles.length > routable.bundles) return withoutRouting(plan, chosen);
  let best = finish(plan, chosen);
  let hits = checkPlacement(measured, best).length;
  for (const wider of widenings) {
    if (hits === 0) break;
    const places = await placeVariant(plan, chosen.name, wider);
    const next = places && finish(plan, { name: chosen.name, places });
    const nextHits = next ? checkPlacement(measured, next).length : Infinity;
    if (next && nextHits < hits) [best, hits] = [next, nextHits];
  }
  return best;
}

function finish(plan: Plan, { name, places }: Chosen): Placement {
  const direction = directionOf(name);
  const directed = { ...plan, direction };
  const stage = setStage(directed, places);
  const routes = routeAll(directed, stage);
  const { lines, labels } = withRoomForLabels(directed, stage, routes);
  return assemble(directed, direction, stage, lines, labels);
}

interface Labelled {
  readonly lines: readonly Line[];
  readonly labels: Labels;
}

/** Lines whose labels found no room are laid once more, further from others; that is kept where it helps. */
function withRoomForLabels(plan: Plan, stage: Stage, routes: Routes): Labelled {
  const first = label(plan, stage, routes);
  const cramped = new Set([...first.labels.unplaced, ...first.labels.keys.map(({ bundle }) => bundle.id)]);
  if (cramped.size === 0) return first;
  const apart = routeApart(
    routes,
    plan.bundles.filter(({ bundle }) => cramped.has(bundle.id)),
  );
  const second = label(plan, stage, apart);
  return lackOfRoom(second) < lackOfRoom(first) ? second : first;
}

function label(plan: Plan, stage: Stage, routes: Routes): Labelled {
  const lines = drawLines(routes);
  return { lines, labels: placeLabels(stage, (box) => plan.boxes[box]!.box !== undefined, lines) };
}

function lackOfRoom({ labels }: Labelled): number {
  return 20 * labels.unplaced.length + labels.keys.length;
}

function withoutRouting(plan: Plan, { name, places }: Chosen): Placement {
  const stage = setStage(plan, places);
  const unplaced = plan.bundles.filter(({ label }) => label).map(({ bundle }) => bundle.id);
  const labels: Labels = { placed: new Map(), keys: [], unplaced };
  return { ...assemble(plan, directionOf(name), stage, straightLines(plan, stage), labels), isStraight: true };
}
