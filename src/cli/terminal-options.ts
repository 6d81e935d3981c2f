import type { TerminalOptions } from '../report/terminal/style.js';
import type { Request } from './command.js';
import { lineWidth, wantsColour } from './surroundings.js';

/** How a text for people looks on standard output. */
export function terminalOptions(
  { surroundings: { stdout, environment } }: Request,
  sourceLines: TerminalOptions['sourceLines'],
): TerminalOptions {
  return { colour: wantsColour(stdout, environment), width: lineWidth(stdout), sourceLines };
}
