import type { Problem } from '../graph/problem.js';
import { visible } from '../report/terminal/visible.js';
import { lineWidth, type Surroundings, wantsColour } from './surroundings.js';

/** What is wrong with the models, each with the line it is in, on standard error. */
export async function printProblems(
  problems: readonly Problem[],
  sourceLines: (file: string) => readonly string[] | undefined,
  { stderr, environment }: Surroundings,
): Promise<void> {
  const { problemsToTerminal } = await import('../report/terminal/problems-to-terminal.js');
  const colour = wantsColour(stderr, environment);
  stderr.write(await problemsToTerminal(problems, { colour, width: lineWidth(stderr), sourceLines }));
}

/** What is wrong with the command line, in one line, the hint below it, on standard error. */
export function printMisuse(message: string, hint: string | undefined, surroundings: Surroundings): void {
  print('error:', 31, message, hint, surroundings);
}

/** What was done all the same, and not as one might expect. */
export function printWarning(message: string, hint: string | undefined, surroundings: Surroundings): void {
  print('warning:', 33, message, hint, surroundings);
}

function print(
  word: string,
  colour: number,
  message: string,
  hint: string | undefined,
  { stderr, environment }: Surroundings,
): void {
  const label = wantsColour(stderr, environment) ? `\u001b[${colour}m${word}\u001b[39m` : word;
  stderr.write(
    `${label} ${visible(message)}\n${hint === undefined ? '' : `  ${visible(hint).replaceAll('\n', '\n  ')}\n`}`,
  );
}
