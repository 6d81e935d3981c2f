import type { Placement } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { type Block, stacked } from './block.js';
import { rowHeight } from './draw-entry.js';
import { drawFindings } from './draw-findings.js';
import { drawNotes } from './draw-notes.js';
import { gapBehindItem, type LegendItem } from './legend-item.js';
import { legendItems } from './legend-items.js';
import type { Page } from './page.js';
import type { Pen } from './pen.js';

const betweenParts = 8;

/** Signs first, then what became of what, findings last. Empty where there is nothing to explain. */
export function drawLegend(pen: Pen, scene: Scene, placement: Placement, { width, beside }: Page['legend']): Block {
  const parts = [
    // Beside a drawing each sign has its own row.
    drawSignRows(legendItems(pen, scene, placement), beside ? 0 : width),
    drawNotes(pen, scene.notes ?? [], width),
    drawFindings(pen, scene.marks, width),
  ];
  return stacked(parts, betweenParts);
}

function drawSignRows(items: readonly LegendItem[], width: number): Block {
  let [x, row, widest] = [0, 0, 0];
  const drawn = items.map((item) => {
    if (x > 0 && x + item.width > width) [x, row] = [0, row + 1];
    const markup = item.draw(x, row * rowHeight + rowHeight / 2);
    x += item.width;
    widest = Math.max(widest, x - gapBehindItem);
    return markup;
  });
  return { markup: drawn.join(''), height: items.length === 0 ? 0 : (row + 1) * rowHeight, width: widest };
}
