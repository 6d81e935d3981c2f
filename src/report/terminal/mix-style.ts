import { mixPaint } from './paint.js';
import { narrowestLine, type TerminalOptions, type TerminalStyle, widestLine } from './style.js';

/** The style of a text for people, with lines neither too long to read nor too short to hold a word. */
export async function mixStyle({ colour, width, sourceLines }: TerminalOptions): Promise<TerminalStyle> {
  return {
    width: Math.max(narrowestLine, Math.min(width, widestLine)),
    sourceLines,
    paint: await mixPaint(colour),
  };
}
