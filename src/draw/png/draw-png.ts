import type { Resvg } from '@resvg/resvg-js';
import { foreignScripts } from './foreign-scripts.js';
import { PngProblem } from './png-problem.js';
import { type PixelSize, sizeOfPng } from './size-of-png.js';
import { type Undrawn, undrawnTexts } from './undrawn-texts.js';
import { withoutLigatures } from './without-ligatures.js';

export interface PngOptions extends PixelSize {
  /** Of the file, or files, of the font that pictures ask for first. */
  readonly fontFiles: readonly string[];
  /** Names the picture where it cannot be drawn. */
  readonly title: string;
  /** Colour of the page: the last row of pixels may be covered by less than the whole of it. */
  readonly background: string;
  /** Told which scripts the font lacks, where it does: they are drawn with whatever fonts the machine has. `undrawn`: what none has. */
  readonly onForeignScripts?: (scripts: readonly string[], undrawn: Undrawn) => void;
}

/**
 * A picture as PNG. The same SVG gives the same bytes on any machine, unless it holds scripts that the font lacks.
 *
 * @param svg with one theme: neither styles nor variables are looked at
 * @throws PngProblem where it would be too large, or where this machine has no renderer
 */
export async function drawPng(svg: string, options: PngOptions): Promise<Uint8Array> {
  const width = sizeOfPng(svg, options);
  const scripts = foreignScripts(svg);
  const renderer = await loadRenderer();
  const font = {
    fontFiles: [...options.fontFiles],
    loadSystemFonts: scripts.length > 0,
    defaultFontFamily: 'Inter',
  };
  if (scripts.length > 0) options.onForeignScripts?.(scripts, undrawnTexts(svg, renderer, font));
  const { background } = options;
  return new renderer(withoutLigatures(svg), { fitTo: { mode: 'width', value: width }, background, font })
    .render()
    .asPng();
}

async function loadRenderer(): Promise<typeof Resvg> {
  try {
    return (await import('@resvg/resvg-js')).Resvg;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new PngProblem(
      `PNG files are drawn by '@resvg/resvg-js', which has no binary for this machine, or none was installed: ${reason}`,
      "Install it with its optional dependencies, or draw '--format svg' instead.",
    );
  }
}
