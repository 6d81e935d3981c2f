import { assemble } from './assemble.js';
import { drawLines } from './draw-lines.js';
import { placeLabels } from './label/place-labels.js';
import { makePlan } from './make-plan.js';
import type { MeasuredScene, Placement } from './placement.js';
import { placeFlat } from './places/place-flat.js';
import { emptyPlaces } from './places/places.js';
import { routeAll } from './route/route-all.js';
import { setStage } from './stage.js';

/** Places every card, frame, line and label of a scene. */
export async function layoutScene(measured: MeasuredScene): Promise<Placement> {
  const plan = makePlan(measured);
  const places =
    (await placeFlat(plan, { direction: plan.direction, rankGap: 65, nodeGap: 36, idleLast: true })) ??
    emptyPlaces(plan);
  const stage = setStage(plan, places);
  const lines = drawLines(routeAll(plan, stage));
  const labels = placeLabels(stage, (box) => plan.boxes[box]!.box !== undefined, lines);
  return assemble(plan, plan.direction, stage, lines, labels);
}
