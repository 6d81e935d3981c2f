import type { ContentOf, FormatName } from './formats.js';
import type { PngOptions } from './png/draw-png.js';
import type { Sheet } from './sheet.js';
import { drawSvg, type SvgOptions } from './svg/draw-svg.js';
import { themes } from './svg/themes.js';

export interface FormatOptions extends SvgOptions, Omit<PngOptions, 'title' | 'background'> {}

type Writers = { readonly [F in FormatName]: (sheet: Sheet, options: FormatOptions) => Promise<ContentOf<F>> };

/** Whatever is not the usual format is read when it is asked for. */
const writers: Writers = {
  async svg(sheet, options) {
    const { measured, placement } = await sheet.arranged();
    return drawSvg(measured, placement, options);
  },
  async png(sheet, options) {
    const { measured, placement } = await sheet.arranged();
    const { theme = 'light' } = options;
    const svg = drawSvg(measured, placement, { ...options, theme: theme === 'both' ? 'light' : theme });
    const { drawPng } = await import('./png/draw-png.js');
    const { title } = sheet.scene;
    return drawPng(svg, { ...options, title, background: themes[theme].palette.surface.page });
  },
  async dot({ scene }) {
    const { writeDot } = await import('./dot/write-dot.js');
    return writeDot(scene);
  },
  async mmd({ scene }) {
    const { writeMermaid } = await import('./mermaid/write-mermaid.js');
    return writeMermaid(scene);
  },
};

/** One format of a picture. A PNG has one theme: light where both are asked for. */
export function writeFormat<F extends FormatName>(
  format: F,
  sheet: Sheet,
  options: FormatOptions,
): Promise<ContentOf<F>> {
  return writers[format](sheet, options);
}
