import { badgeWidth } from '../layout/badge-size.js';
import type { Mark } from '../scene/scene.js';
import { type Block, stacked } from './block.js';
import { drawBadge } from './draw-badge.js';
import { drawColumns } from './draw-columns.js';
import { drawEntry } from './draw-entry.js';
import type { Pen } from './pen.js';
import { linked } from './safe-link.js';

/** What the badges stand for. */
export function drawFindings(pen: Pen, marks: readonly Mark[], width: number): Block {
  const more = marks.length - mostListed;
  const listed = more > 1 ? marks.slice(0, mostListed) : marks;
  const columns = drawColumns(listed, width, (mark, columnWidth) =>
    drawEntry(pen, {
      sign: drawBadge(pen, mark, { x: 0, y: 4 }),
      text: `${mark.text}${note(mark)}`,
      colour: mark.accepted ? 'text.muted' : 'text.ink',
      textAt: Math.max(32, badgeWidth(mark) + 8),
      width: columnWidth,
      link: (markup) => linked(pen.links.rule?.(mark.rule), markup),
    }),
  );
  return more > 1 ? stacked([columns, drawRest(pen, more, width)]) : columns;
}

/** The worst come first; a list longer than the drawing hides it. */
const mostListed = 48;

function drawRest(pen: Pen, more: number, width: number): Block {
  const text = `and ${more} more: the report and the audit tell them all.`;
  return drawEntry(pen, { sign: '', text, colour: 'text.muted', textAt: 32, width });
}

/** When somebody took it upon himself, and until when. */
function note({ accepted, until }: Mark): string {
  if (!accepted) return '';
  return until === undefined ? ' (accepted)' : ` (accepted until ${until})`;
}
