import type { MeasuredScene, Placement } from '../layout/placement.js';
import { checkFrames } from './check-frames.js';
import { checkLabels } from './check-labels.js';
import { checkLines } from './check-lines.js';
import { readDrawing } from './drawing.js';
import type { Overlap } from './overlap.js';

/**
 * Everything in a placement that runs over something else, lies outside its frame or is missing; empty for a good one.
 * It shares no geometry with what placed and routed, so that a mistake there does not hide itself here.
 */
export function checkPlacement(measured: MeasuredScene, placement: Placement): Overlap[] {
  const drawing = readDrawing(measured, placement);
  return [...checkFrames(drawing), ...checkLines(drawing), ...checkLabels(drawing)];
}
