import type { IconChoice, ThemeName } from '../formats.js';
import type { MeasuredScene, Placement, Rect } from '../layout/placement.js';
import { fontStack } from '../text/type-scale.js';
import { type Block, moved } from './block.js';
import { defineIcons } from './draw-icon.js';
import { drawLegend } from './draw-legend.js';
import { drawFooter, drawHeadings, drawRule } from './draw-margins.js';
import { drawScene } from './draw-scene.js';
import { headings, layOutsFor, margin, type Page } from './page.js';
import { dark } from './palette.js';
import { type Links, type Pen, paint } from './pen.js';
import { styleSheet } from './style-sheet.js';
import { decimal, tag, textTag } from './tag.js';
import { themes } from './themes.js';
import { usedIcons } from './used-icons.js';

/** Pages much higher than wide show nothing on a screen. */
const mostHigh = 2;

export interface SvgOptions {
  readonly theme?: ThemeName;
  readonly icons?: IconChoice;
  readonly links?: Links;
}

/** The picture: one self-contained SVG without scripts, external files or anything that only a browser understands. */
export function drawSvg(measured: MeasuredScene, placement: Placement, options: SvgOptions = {}): string {
  const { theme = 'both', icons = 'all', links = {} } = options;
  const { scene } = measured;
  const pen: Pen = {
    ...themes[theme],
    classes: theme === 'both',
    icons: icons === 'all',
    prefix: `${scene.view}-${scene.digest ?? 'picture'}`,
    links,
  };
  const { page, legend, view } = smallest(
    layOutsFor(scene, placement).map((page) => {
      const legend = drawLegend(pen, scene, placement, page.legend);
      return { page, legend, view: viewBox(page, legend) };
    }),
  );
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
      styleSheet(theme === 'both' ? dark : undefined),
      defineIcons(pen, usedIcons(scene, pen.icons)),
      tag('rect', { ...view, ...paint(pen, { fill: 'surface.page' }) }),
      drawHeadings(pen, scene, page),
      drawScene(pen, measured, placement),
      moved(legend.markup, page.legend.x, page.legend.y),
      drawRule(pen, page, legend),
      drawFooter(pen, scene, placement, page, view.y + view.height - margin + 6),
      '\n',
    ],
  );
}

/** The page that shows the drawing largest: of the smallest area, among those that are not mere strips. */
function smallest<T extends { readonly view: Rect }>(laidOut: readonly T[]): T {
  const area = ({ view }: T) => view.width * view.height * (view.height > mostHigh * view.width ? 2 : 1);
  return laidOut.reduce((best, one) => (area(one) < area(best) ? one : best));
}

function viewBox({ drawing, width, legend, subtitle }: Page, { height, width: legendWidth = 0 }: Block) {
  const top = drawing.y - headings.height - (subtitle.length - 1) * headings.lineHeight - margin;
  const bottom = Math.max(drawing.y + drawing.height, legend.y + height) + 28;
  return {
    x: drawing.x - margin,
    y: top,
    width: Math.max(width, legend.x + legendWidth - drawing.x) + 2 * margin,
    height: bottom + margin - top,
  };
}
