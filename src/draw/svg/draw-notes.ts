import type { Note } from '../scene/scene.js';
import { measurePill } from '../text/measure-pill.js';
import type { Block } from './block.js';
import { drawColumns } from './draw-columns.js';
import { drawEntry } from './draw-entry.js';
import { drawPill } from './draw-pill.js';
import type { Pen } from './pen.js';

const besidePill = 8;

/** What became of journeys and elements: the pill of each, and why. Their texts stand below one another. */
export function drawNotes(pen: Pen, notes: readonly Note[], width: number): Block {
  const widest = Math.max(0, ...notes.map(({ pill }) => (pill === undefined ? 0 : measurePill(pill))));
  const textAt = widest + besidePill;
  return drawColumns(notes, width, ({ pill, text }, columnWidth) => {
    const sign = pill === undefined ? '' : drawPill(pen, { sort: pill, text: pill }, { x: 0, y: 4 });
    return drawEntry(pen, { sign, text, colour: 'text.ink', textAt, width: columnWidth });
  });
}
