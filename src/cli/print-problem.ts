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
export function printMisuse(message: string, hint: string | undefined, { stderr, environment }: Surroundings): void {
  const label = wantsColour(stderr, environment) ? '\u001b[31merror:\u001b[39m' : 'error:';
  stderr.write(
    `${label} ${visible(message)}\n${hint === undefined ? '' : `  ${visible(hint).replaceAll('\n', '\n  ')}\n`}`,
  );
}
