import type { Placement, Rect } from '../layout/placement.js';

export const margin = 28;
/** Of the title and the line under it, above the drawing. */
export const head = 62;
const narrowestPage = 520;
const betweenDrawingAndSide = 48;
export const sideWidth = 300;

/** Where the parts of a picture stand, in the coordinates of the drawing. */
export interface Page {
  readonly drawing: Rect;
  /** Of title, legend and footer together. */
  readonly width: number;
  readonly legend: { readonly x: number; readonly y: number; readonly width: number; readonly beside: boolean };
}

/** Narrow and high drawings have their legend beside them, all others below. */
export function layOutPage(placement: Placement): Page {
  const drawing = placement.bounds;
  const beside = drawing.height > 300 && drawing.width / drawing.height < 0.75;
  if (beside) {
    const x = drawing.x + drawing.width + betweenDrawingAndSide;
    const legend = { x, y: drawing.y, width: sideWidth, beside };
    return { drawing, width: x + sideWidth - drawing.x, legend };
  }
  const width = Math.max(narrowestPage, drawing.width);
  return { drawing, width, legend: { x: drawing.x, y: drawing.y + drawing.height + 34, width, beside } };
}
