import { PngProblem } from './png-problem.js';

/** How large a PNG is to be: so many pixels to one of the SVG, or so many wide. */
export interface PixelSize {
  /** 2 where neither is given. */
  readonly scale?: number;
  /** Goes before `scale`. */
  readonly width?: number;
  readonly title: string;
}

/** More take gigabytes while they are drawn, and few programs open the file. */
export const mostPixels = 100_000_000;
const usualScale = 2;

/** Pixels that the PNG of an SVG is wide. @throws PngProblem naming what would fit, where that is too much */
export function sizeOfPng(svg: string, { scale = usualScale, width, title }: PixelSize): number {
  const natural = naturalSize(svg);
  const wide = Math.max(1, Math.round(width ?? natural.width * scale));
  const high = Math.max(1, Math.ceil((wide / natural.width) * natural.height));
  if (wide * high <= mostPixels) return wide;
  const fitting = Math.sqrt(mostPixels / (natural.width * natural.height));
  const tenths = Math.floor(fitting * 10) / 10;
  throw new PngProblem(
    `'${title}' would be ${wide} by ${high} pixels, and at most ${mostPixels / 1e6} million are drawn.`,
    `A scale of ${tenths} fits, which is ${Math.floor(natural.width * tenths)} pixels wide.`,
  );
}

function naturalSize(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined)
    throw new RangeError('An SVG without a size cannot be drawn as PNG.');
  return { width: Number(width), height: Number(height) };
}
