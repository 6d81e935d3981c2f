import type { Placement, Rect } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { textWidth } from '../text/text-width.js';
import { typeScale } from '../text/type-scale.js';
import { wrapText } from '../text/wrap-text.js';

export const margin = 28;
/** Pixels above the drawing: of title and subtitle together, from the drawing up to the title's baseline, from line to line. */
export const headings = { height: 50, aboveDrawing: 42, titleToSubtitle: 21, lineHeight: 16 } as const;
const mostSubtitleLines = 2;
const narrowestPage = 520;
const widestTitle = 1000;
const betweenDrawingAndSide = 48;
const sideWidth = 300;

/** Where the parts of a picture stand, in the coordinates of the drawing. */
export interface Page {
  readonly drawing: Rect;
  /** Of title, legend and footer together. */
  readonly width: number;
  readonly subtitle: readonly string[];
  readonly legend: { readonly x: number; readonly y: number; readonly width: number; readonly beside: boolean };
}

/** Narrow and high drawings may have their legend beside them, all others have it below. */
export function layOutsFor(scene: Scene, placement: Placement): readonly Page[] {
  const { width, height } = placement.bounds;
  const below = layOut(scene, placement, false);
  return height > 300 && width / height < 0.75 ? [below, layOut(scene, placement, true)] : [below];
}

function layOut(scene: Scene, placement: Placement, beside: boolean): Page {
  const drawing = placement.bounds;
  const side = drawing.x + drawing.width + betweenDrawingAndSide;
  // A title that is cut off names another picture.
  const title = Math.min(widestTitle, Math.ceil(textWidth(scene.title, typeScale.title)));
  const width = Math.max(beside ? side + sideWidth - drawing.x : drawing.width, narrowestPage, title);
  const below = { x: drawing.x, y: drawing.y + drawing.height + 34, width, beside };
  return {
    drawing,
    width,
    subtitle: wrapText(scene.subtitle, typeScale.subtitle, width, mostSubtitleLines),
    legend: beside ? { x: side, y: drawing.y, width: sideWidth, beside } : below,
  };
}
