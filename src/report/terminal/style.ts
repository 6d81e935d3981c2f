import type { Paint } from './paint.js';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns; a pipe gets what the caller finds readable. */
  readonly width: number;
  /** The lines of a file that a position names; undefined where it cannot be read. */
  sourceLines(file: string): readonly string[] | undefined;
}

export interface TerminalStyle extends Omit<TerminalOptions, 'colour'> {
  readonly paint: Paint;
}

/** Lines longer than this are hard to read, however wide the terminal. */
export const widestLine = 110;
export const narrowestLine = 40;
