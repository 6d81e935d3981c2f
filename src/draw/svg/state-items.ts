import type { Placement } from '../layout/placement.js';
import { pillOn } from '../scene/failure/pill-of.js';
import type { LineState, Pill, Scene } from '../scene/scene.js';
import { measurePill } from '../text/measure-pill.js';
import { drawPill } from './draw-pill.js';
import { item, type LegendItem, lineItem } from './legend-item.js';
import { type Pen, paint } from './pen.js';
import { tag } from './tag.js';

const pillWords: readonly (readonly [Pill['sort'], string])[] = [
  ['failed', 'the cause'],
  ['dead', 'does not work'],
  ['cut off', 'cannot be served'],
  ['degraded', 'works, worse off'],
  ['added', 'is new'],
  ['removed', 'is gone'],
  ['moved', 'stands elsewhere'],
  ['renamed', 'has another name'],
  ['changed', 'says something else'],
  ['internet', 'packets from anywhere reach these ports'],
  ['part of the internet', 'packets from named addresses do'],
  ['internet not known', 'the model does not say whether they do'],
  ['ends TLS', 'decrypts; below its name the certificate'],
  ['no backup', 'the model says that there is none'],
  ['not watched', 'nothing takes its figures'],
  ['alerts nobody', 'nobody is told what it sees'],
  ['not stated', 'the model does not say whether anything watches it'],
];

const lineWords: readonly (readonly [LineState, string])[] = [
  ['cut', 'cut off'],
  ['added', 'new'],
  ['removed', 'gone'],
  ['changed', 'changed'],
];

/** What stands on the pill in the legend, where those in the picture differ. */
const generalWords: Readonly<Partial<Record<Pill['sort'], string>>> = {
  internet: 'internet: ports',
  'part of the internet': 'named addresses: ports',
};

/** The pills that occur; in a picture of a failure or a change, how lines tell what became of them too. */
export function stateItems(pen: Pen, { boxes, groups }: Scene, { lines }: Placement): readonly LegendItem[] {
  const pills = new Map([...boxes, ...groups].map((place) => [pillOn(place)?.sort, pillOn(place)]));
  const lineStates = new Set(lines.map(({ bundle }) => bundle.state));
  return [
    ...pillWords.flatMap(([sort, words]) => {
      const pill = pills.get(sort);
      return pill ? [pillItem(pen, { sort, text: generalWords[sort] ?? pill.text }, words)] : [];
    }),
    ...(boxes.some(({ state }) => state === 'untouched') ? [untouchedItem(pen)] : []),
    ...lineWords
      .filter(([state]) => lineStates.has(state))
      .map(([state, words]) => lineItem(pen, { style: 'local', head: 'full', state }, words)),
  ];
}

function pillItem(pen: Pen, pill: Pill, words: string): LegendItem {
  return item(pen, measurePill(pill.text), words, (x, middle) => drawPill(pen, pill, { x, y: middle - 8 }));
}

function untouchedItem(pen: Pen): LegendItem {
  return item(pen, 24, 'untouched, in grey', (x, middle) => {
    const size = { x, y: middle - 7, width: 24, height: 14, rx: 4, 'stroke-width': 1.2 };
    return tag('rect', { ...size, ...paint(pen, { fill: 'surface.card', stroke: 'border.card' }) });
  });
}
