import type { Rect } from '../placement.js';
import type { Plan } from '../plan.js';

/** Where the boxes stand: left and top edges by the box's number, pixels. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export type Axis = 'x' | 'y';

export function emptyPlaces(plan: Plan): Places {
  return { x: new Float64Array(plan.boxes.length), y: new Float64Array(plan.boxes.length) };
}

export function extentOf(plan: Plan, box: number, axis: Axis): number {
  return axis === 'x' ? plan.boxes[box]!.width : plan.boxes[box]!.height;
}

export function centreOf(plan: Plan, places: Places, box: number, axis: Axis): number {
  return places[axis][box]! + extentOf(plan, box, axis) / 2;
}

export function rectOf(plan: Plan, places: Places, box: number): Rect {
  const { width, height } = plan.boxes[box]!;
  return { x: places.x[box]!, y: places.y[box]!, width, height };
}

export function shift(places: Places, boxes: Iterable<number>, dx: number, dy: number): void {
  for (const box of boxes) {
    places.x[box]! += dx;
    places.y[box]! += dy;
  }
}
