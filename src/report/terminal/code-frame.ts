import type { SourcePosition } from '../../graph/architecture.js';
import { cellsOf, cutCells } from './cells.js';
import type { Paint } from './paint.js';
import { visible } from './visible.js';

export interface Frame {
  /** The lines of the file, where it can be read. */
  readonly lines: readonly string[] | undefined;
  readonly at: Pick<SourcePosition, 'line' | 'column'>;
  /** Columns of the terminal that the frame may take. */
  readonly width: number;
  readonly paint: Paint;
}

const tab = '  ';

/** The line that is meant with the one before it, and a caret below the column. Empty where the file has no such line. */
export function codeFrame({ lines, at, width, paint }: Frame): string[] {
  const source = lines?.[at.line - 1];
  if (lines === undefined || source === undefined) return [];
  const digits = String(at.line).length;
  const room = Math.max(20, width - digits - 5);
  const before = lines[at.line - 2];
  const gutter = (number: string, mark: string) => paint.muted(`${mark} ${number.padStart(digits)} │`);
  const rows = [`${gutter(String(at.line), '>')} ${clip(source, room)}`];
  if (before !== undefined && before.trim() !== '') {
    rows.unshift(`${gutter(String(at.line - 1), ' ')} ${paint.muted(clip(before, room))}`);
  }
  const caret = cellsOf(shown(source.slice(0, at.column - 1)));
  if (caret < room) rows.push(`${gutter('', ' ')} ${' '.repeat(caret)}${paint.bad('^')}`);
  return rows;
}

function shown(source: string): string {
  return visible(
    source
      .replaceAll('\t', tab)
      .replace(/[\r\n]+$/, '')
      .replaceAll('\n', ' '),
  );
}

function clip(source: string, room: number): string {
  const text = shown(source.slice(0, room * 4)).trimEnd();
  return cellsOf(text) <= room ? text : `${cutCells(text, room - 1)[0]}…`;
}
