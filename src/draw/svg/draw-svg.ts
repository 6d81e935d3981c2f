import type { MeasuredScene, Placement } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import { fontStack, typeScale } from '../text/type-scale.js';
import { darkStyle } from './dark-style.js';
import { drawCard } from './draw-card.js';
import { drawFrame, drawTitle } from './draw-group.js';
import { defineIcons } from './draw-icon.js';
import { drawLabel } from './draw-label.js';
import { drawLegend, type Legend, moved } from './draw-legend.js';
import { drawLine } from './draw-line.js';
import { drawText } from './draw-text.js';
import { drawingGlyphs } from './glyph-names.js';
import { head, layOutPage, margin, type Page } from './page.js';
import { dark, light } from './palette.js';
import { type Links, type Pen, paint } from './pen.js';
import { decimal, tag, textTag } from './tag.js';

export interface SvgOptions {
  /** `both`: light, and dark where the reader's system asks for it. */
  readonly theme?: 'both' | 'light' | 'dark';
  readonly links?: Links;
}

/** The picture: one self-contained SVG without scripts, external files or anything that only a browser understands. */
export function drawSvg(measured: MeasuredScene, placement: Placement, options: SvgOptions = {}): string {
  const { theme = 'both', links = {} } = options;
  const { scene } = measured;
  const pen: Pen = {
    palette: theme === 'dark' ? dark : light,
    classes: theme === 'both',
    prefix: `${scene.view}-${scene.digest ?? 'picture'}`,
    links,
  };
  const page = layOutPage(placement);
  const legend = drawLegend(pen, scene, placement, page.legend);
  const view = viewBox(page, legend);
  const [titleId, descriptionId] = [`${pen.prefix}-title`, `${pen.prefix}-description`];
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [view.x, view.y, view.width, view.height].map(decimal).join(' '),
      width: view.width,
      height: view.height,
      // An image hides what is in it from assistive technology, and a link must not be hidden.
      role: options.links === undefined ? 'img' : 'graphics-document',
      'aria-labelledby': `${titleId} ${descriptionId}`,
      'font-family': fontStack,
    },
    [
      textTag('title', { id: titleId }, scene.title),
      textTag('desc', { id: descriptionId }, scene.description),
      theme === 'both' ? darkStyle(dark) : '',
      defineIcons(pen, iconsOf(scene)),
      tag('rect', { ...view, ...paint(pen, { fill: 'surface.page' }) }),
      drawHeadings(pen, scene, page),
      drawScene(pen, measured, placement),
      moved(legend.markup, page.legend.x, page.legend.y),
      ruleAbove(pen, page, legend),
      drawFooter(pen, scene, placement, page, view.y + view.height - margin + 6),
      '\n',
    ],
  );
}

function viewBox({ drawing, width, legend }: Page, { height }: Legend) {
  const top = drawing.y - head - margin + 12;
  const bottom = Math.max(drawing.y + drawing.height, legend.y + height) + 28;
  return { x: drawing.x - margin, y: top, width: width + 2 * margin, height: bottom + margin - top };
}

/** Frames, then lines (the quieter ones first), then everything that lines pass behind. */
function drawScene(pen: Pen, { scene, boxes, groups }: MeasuredScene, placement: Placement): string {
  const framesOutermostFirst = [...scene.groups].sort((a, b) => depth(scene, a.id) - depth(scene, b.id));
  const quiet = placement.lines.filter(({ bundle }) => bundle.style === 'operations');
  const loud = placement.lines.filter(({ bundle }) => bundle.style !== 'operations');
  const lines = [...quiet, ...loud];
  return [
    ...framesOutermostFirst.map((group) =>
      present(placement.groups.get(group.id), (place) => drawFrame(pen, group, place)),
    ),
    ...lines.map((line) => drawLine(pen, scene, line)),
    ...scene.groups.map((group) =>
      present(placement.groups.get(group.id), (place) => drawTitle(pen, group, groups.get(group.id)!, place)),
    ),
    ...scene.boxes.map((box) =>
      present(placement.boxes.get(box.id), (place) => drawCard(pen, box, boxes.get(box.id)!, place)),
    ),
    ...lines.map((line) => drawLabel(pen, line)),
  ].join('');
}

function present<T>(place: T | undefined, draw: (place: T) => string): string {
  return place === undefined ? '' : draw(place);
}

function depth(scene: Scene, id: string): number {
  const parent = scene.groups.find((group) => group.id === id)?.parent;
  return parent === undefined ? 0 : 1 + depth(scene, parent);
}

function drawHeadings(pen: Pen, { title, subtitle, boxes }: Scene, { drawing, width }: Page): string {
  const { x, y } = drawing;
  const empty = { x, y: y + 20 };
  return [
    drawText(pen, fitText(title, typeScale.title, width), typeScale.title, 'text.ink', { x, y: y - 42, room: width }),
    drawText(pen, fitText(subtitle, typeScale.subtitle, width), typeScale.subtitle, 'text.muted', {
      x,
      y: y - 21,
      room: width,
    }),
    boxes.length === 0
      ? drawText(pen, 'There is nothing to draw in this view.', typeScale.name, 'text.muted', empty)
      : '',
  ].join('');
}

function ruleAbove(pen: Pen, { drawing, width, legend }: Page, { height }: Legend): string {
  if (legend.beside || height === 0) return '';
  const line = `M${decimal(drawing.x)} ${decimal(legend.y - 14)}h${decimal(width)}`;
  return tag('path', {
    d: line,
    'stroke-width': 1,
    'stroke-opacity': 0.5,
    ...paint(pen, { fill: 'none', stroke: 'border.rule' }),
  });
}

function drawFooter(pen: Pen, { footer }: Scene, { direction }: Placement, page: Page, y: number): string {
  const text = `${footer} · read from ${direction === 'TB' ? 'top to bottom' : 'left to right'}`;
  const fitting = fitText(text, typeScale.footer, page.width);
  return drawText(pen, fitting, typeScale.footer, 'text.muted', { x: page.drawing.x, y });
}

/** Every glyph that this picture, its legend included, may ask for. */
function iconsOf({ boxes, groups, bundles }: Scene): readonly string[] {
  const places = [...boxes, ...groups];
  const locks = new Set(bundles.map(({ lock }) => lock));
  return [
    ...boxes.map(({ icon }) => icon),
    ...groups.map(({ kind }) => drawingGlyphs[kind]),
    ...(locks.has('closed') ? [drawingGlyphs.encrypted] : []),
    ...(locks.has('open') ? [drawingGlyphs.plaintext] : []),
    ...(locks.has('question') ? [drawingGlyphs.unknown] : []),
    ...(places.some(({ watched }) => watched) || boxes.some(({ watches }) => watches > 0)
      ? [drawingGlyphs.watched]
      : []),
    ...(places.some(({ guarded }) => guarded) ? [drawingGlyphs.guarded] : []),
  ];
}
