import type { Placement } from '../layout/placement.js';
import type { Bundle, Purpose, Scene } from '../scene/scene.js';
import { styleWords } from '../scene/style-words.js';
import { sign } from '../text/geometry.js';
import { typeScale } from '../text/type-scale.js';
import { drawIcon } from './draw-icon.js';
import { drawDisc } from './draw-label.js';
import { drawText } from './draw-text.js';
import { drawingGlyphs } from './glyph-names.js';
import { item, type LegendItem, lineItem } from './legend-item.js';
import { type Pen, paint } from './pen.js';
import { stateItems } from './state-items.js';
import { tag } from './tag.js';

/** What the signs in this picture mean: nothing that does not occur. */
export function legendItems(pen: Pen, scene: Scene, placement: Placement): readonly LegendItem[] {
  const bundles = placement.lines.map(({ bundle }) => bundle);
  const alive = bundles.filter(({ state }) => state !== 'cut' && state !== 'removed');
  return [
    ...styleItems(pen, alive),
    ...headItems(pen, bundles),
    ...replicationItems(pen, bundles),
    ...sideItems(pen, alive),
    ...signItems(pen, scene),
    ...stateItems(pen, scene, placement),
    ...placement.keys.map(({ letter, bundle, text }) => discItem(pen, letter, bundle, text)),
  ];
}

function styleItems(pen: Pen, bundles: readonly Bundle[]): readonly LegendItem[] {
  return styleWords.flatMap(([style, words]) => {
    const alike = bundles.filter((bundle) => bundle.style === style);
    return alike.length > 0 ? [lineItem(pen, { style, head: 'full', ...commonState(alike) }, words)] : [];
  });
}

function replicationItems(pen: Pen, bundles: readonly Bundle[]): readonly LegendItem[] {
  const alike = bundles.filter(({ style }) => style === 'replication');
  if (alike.length === 0) return [];
  return [lineItem(pen, { style: 'replication', head: 'diamond', ...commonState(alike) }, 'replication')];
}

/**
 * A sample looks like the lines that it stands for: where all of them are cut or untouched, it is too. Where they are new or changed
 * it keeps a look of its own: those have samples themselves, and would be told apart by nothing but dashes.
 */
function commonState(bundles: readonly Bundle[]): Pick<Bundle, 'state'> {
  const [state, ...others] = new Set(bundles.map((bundle) => bundle.state));
  return state === undefined || state === 'added' || state === 'changed' || others.length > 0 ? {} : { state };
}

/** Arrowheads need no words where all are alike. */
function headItems(pen: Pen, bundles: readonly Bundle[]): readonly LegendItem[] {
  const traffic = bundles.filter(({ sort }) => sort === 'traffic');
  if (!traffic.some(({ head }) => head === 'hollow')) return [];
  return [
    lineItem(pen, { style: 'local', head: 'hollow' }, 'reads'),
    ...(traffic.some(({ head, sideBySide }) => head === 'full' && !sideBySide)
      ? [lineItem(pen, { style: 'local', head: 'full' }, 'requests, writes')]
      : []),
  ];
}

const purposesInOrder: readonly Purpose[] = [
  'name look-up',
  'failover',
  'monitoring',
  'alerts',
  'backup',
  'administration',
];

function sideItems(pen: Pen, bundles: readonly Bundle[]): readonly LegendItem[] {
  const aside = bundles.filter(({ purpose }) => purpose !== undefined);
  const purposes = purposesInOrder.filter((purpose) => aside.some((bundle) => bundle.purpose === purpose));
  const sample = { style: 'operations', head: 'full', ...commonState(aside) } as const;
  return [
    ...(purposes.length > 0 ? [lineItem(pen, sample, purposes.join(', '))] : []),
    ...(bundles.some(({ thin }) => thin)
      ? [lineItem(pen, { style: 'local', head: 'full', thin: true }, 'optional or standby')]
      : []),
  ];
}

function signItems(pen: Pen, { boxes, groups }: Scene): readonly LegendItem[] {
  const places = [...boxes, ...groups];
  return [
    ...(places.some(({ watched }) => watched) ? [signItem(pen, drawingGlyphs.watched, 'watched')] : []),
    ...(boxes.some(({ watches }) => watches > 0) ? [signItem(pen, drawingGlyphs.watched, 'watches so many', 'n')] : []),
    ...(places.some(({ guarded }) => guarded) ? [signItem(pen, drawingGlyphs.guarded, 'firewall of its own')] : []),
    ...(boxes.some(({ count }) => count > 1) ? [foldedItem(pen)] : []),
  ];
}

function signItem(pen: Pen, icon: string, words: string, number = ''): LegendItem {
  return item(pen, sign.size + (number === '' ? 0 : 8), words, (x, middle) => {
    const text = { x: x + sign.size + 2, y: middle + 3.6 };
    return (
      drawIcon(pen, icon, 'text.muted', { x, y: middle - sign.size / 2, size: sign.size }) +
      drawText(pen, number, typeScale.key, 'text.muted', text)
    );
  });
}

function foldedItem(pen: Pen): LegendItem {
  return item(pen, 24, 'so many alike', (x, middle) => {
    const pill = { x, y: middle - 8, width: 24, height: 16, rx: 8 };
    const text = { x: x + 12, y: middle + 3.8, anchor: 'middle' } as const;
    return (
      tag('rect', { ...pill, ...paint(pen, { fill: 'surface.server' }) }) +
      drawText(pen, '×n', typeScale.badge, 'text.ink', text)
    );
  });
}

function discItem(pen: Pen, letter: string, bundle: Bundle, text: string): LegendItem {
  return item(pen, 16, text, (x, middle) => drawDisc(pen, bundle, letter, x, middle));
}
