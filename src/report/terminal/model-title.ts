import type { Architecture } from '../../graph/architecture.js';
import { cellsOf } from './cells.js';
import { clipped } from './layout.js';
import type { TerminalStyle } from './style.js';

/** The model's name, its file at the other end of the line, and a line below. */
export function modelTitle(model: Architecture, { paint, width }: TerminalStyle): string[] {
  const file = clipped(model.at?.file ?? '', Math.floor(width / 2));
  const name = clipped(model.name, width - cellsOf(file) - 2);
  const gap = width - cellsOf(name) - cellsOf(file);
  return [`${paint.strong(name)}${' '.repeat(gap)}${paint.place(file)}`.trimEnd(), paint.muted('─'.repeat(width))];
}
