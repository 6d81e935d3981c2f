import { badgeWidth } from '../layout/badge-size.js';
import type { Placement } from '../layout/placement.js';
import type { Mark, Scene } from '../scene/scene.js';
import { typeScale } from '../text/type-scale.js';
import { wrapText } from '../text/wrap-text.js';
import { drawBadge } from './draw-badge.js';
import { drawText } from './draw-text.js';
import { type LegendItem, legendItems } from './legend-items.js';
import type { Page } from './page.js';
import type { Pen } from './pen.js';
import { linked } from './safe-link.js';
import { tag } from './tag.js';

/** A drawn legend: its markup from the point (0, 0), and the height it takes. */
export interface Legend {
  readonly markup: string;
  readonly height: number;
}

const rowHeight = 24;
const lineHeight = 15;
const betweenParts = 8;

/** Signs first, findings last. Empty where there is nothing to explain. Beside a drawing each sign has its own row. */
export function drawLegend(pen: Pen, scene: Scene, placement: Placement, { width, beside }: Page['legend']): Legend {
  const signs = drawSignRows(legendItems(pen, scene, placement), beside ? 0 : width);
  const findings = drawFindings(pen, scene.marks, width);
  const gap = signs.height > 0 && findings.height > 0 ? betweenParts : 0;
  return {
    markup: signs.markup + moved(findings.markup, 0, signs.height + gap),
    height: signs.height + gap + findings.height,
  };
}

function drawSignRows(items: readonly LegendItem[], width: number): Legend {
  let [x, row] = [0, 0];
  const drawn = items.map((item) => {
    if (x > 0 && x + item.width > width) [x, row] = [0, row + 1];
    const markup = item.draw(x, row * rowHeight + rowHeight / 2);
    x += item.width;
    return markup;
  });
  return { markup: drawn.join(''), height: items.length === 0 ? 0 : (row + 1) * rowHeight };
}

const narrowestColumn = 340;
const betweenColumns = 24;
const mostColumns = 3;

/** In columns of about equal length, read downwards. */
function drawFindings(pen: Pen, marks: readonly Mark[], width: number): Legend {
  const fitting = Math.floor((width + betweenColumns) / (narrowestColumn + betweenColumns));
  const number = Math.max(1, Math.min(mostColumns, fitting, marks.length));
  const columnWidth = (width - (number - 1) * betweenColumns) / number;
  const firstOf = (column: number) => Math.ceil((column * marks.length) / number);
  const columns = Array.from({ length: number }, (_, index) =>
    drawColumn(pen, marks.slice(firstOf(index), firstOf(index + 1)), columnWidth),
  );
  return {
    markup: columns.map(({ markup }, index) => moved(markup, index * (columnWidth + betweenColumns), 0)).join(''),
    height: Math.max(0, ...columns.map(({ height }) => height)),
  };
}

function drawColumn(pen: Pen, marks: readonly Mark[], width: number): Legend {
  let y = 0;
  const drawn = marks.map((mark) => {
    const { markup, height } = drawFinding(pen, mark, width);
    const top = y;
    y += height;
    return moved(markup, 0, top);
  });
  return { markup: drawn.join(''), height: y };
}

const mostLines = 3;

function drawFinding(pen: Pen, mark: Mark, width: number): Legend {
  const textAt = Math.max(32, badgeWidth(mark) + 8);
  const lines = wrapText(`${mark.text}${note(mark)}`, typeScale.legend, width - textAt, mostLines);
  const colour = mark.accepted ? 'text.muted' : 'text.ink';
  const text = lines.map((line, index) => {
    const place = { x: textAt, y: 16 + index * lineHeight, room: width - textAt };
    return drawText(pen, line, typeScale.legend, colour, place);
  });
  const linkedText = linked(pen.links.rule?.(mark.rule), text.join(''));
  return {
    markup: tag('g', {}, [drawBadge(pen, mark, { x: 0, y: 4 }), linkedText]),
    height: rowHeight + (lines.length - 1) * lineHeight,
  };
}

/** When somebody took it upon himself, and until when. */
function note({ accepted, until }: Mark): string {
  if (!accepted) return '';
  return until === undefined ? ' (accepted)' : ` (accepted until ${until})`;
}

/** Markup somewhere else; no group where it stays. */
export function moved(markup: string, x: number, y: number): string {
  if (markup === '' || (x === 0 && y === 0)) return markup;
  return tag('g', { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})` }, [markup]);
}
