import type { Placement } from '../layout/placement.js';
import { pillOf } from '../scene/failure/pill-of.js';
import type { PillName, Scene } from '../scene/scene.js';
import { measurePill } from '../text/measure-pill.js';
import { drawPill } from './draw-pill.js';
import { item, type LegendItem, lineItem } from './legend-item.js';
import { type Pen, paint } from './pen.js';
import { tag } from './tag.js';

const pillWords: readonly (readonly [PillName, string])[] = [
  ['failed', 'the cause'],
  ['dead', 'does not work'],
  ['cut off', 'cannot be served'],
  ['degraded', 'works, worse off'],
];

/** In a picture of a failure: the states that occur, and how lines tell theirs. */
export function stateItems(pen: Pen, { boxes, groups }: Scene, { lines }: Placement): readonly LegendItem[] {
  const pills = new Set([
    ...boxes.map(({ state, shape }) => pillOf(state, shape)),
    ...groups.map(({ state }) => pillOf(state, undefined)),
  ]);
  const isCut = lines.some(({ bundle }) => bundle.state === 'cut');
  return [
    ...pillWords.filter(([pill]) => pills.has(pill)).map(([pill, words]) => pillItem(pen, pill, words)),
    ...(boxes.some(({ state }) => state === 'untouched') ? [untouchedItem(pen)] : []),
    ...(isCut ? [lineItem(pen, { style: 'local', head: 'full', state: 'cut' }, 'cut off')] : []),
  ];
}

function pillItem(pen: Pen, pill: PillName, words: string): LegendItem {
  return item(pen, measurePill(pill), words, (x, middle) => drawPill(pen, pill, { x, y: middle - 8 }));
}

function untouchedItem(pen: Pen): LegendItem {
  return item(pen, 24, 'untouched, in grey', (x, middle) => {
    const size = { x, y: middle - 7, width: 24, height: 14, rx: 4, 'stroke-width': 1.2 };
    return tag('rect', { ...size, ...paint(pen, { fill: 'surface.card', stroke: 'border.card' }) });
  });
}
