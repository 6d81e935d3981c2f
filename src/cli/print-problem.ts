import type { Problem } from '../graph/problem.js';
import { type Surroundings, wantsColour } from './surroundings.js';
import { visible } from './visible.js';

/** `shop.arch.ts:3:7 error: …`, the hint below it, on standard error. */
export function printProblem(problem: Problem, { stderr, environment }: Surroundings): void {
  const paint = wantsColour(stderr, environment)
    ? (code: number, text: string) => `\u001b[${code}m${text}\u001b[39m`
    : plain;
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const hint = problem.hint === undefined ? '' : `  ${visible(problem.hint).replaceAll('\n', '\n  ')}\n`;
  const start = place === '' ? '' : `${visible(place)} `;
  stderr.write(`${start}${paint(red, 'error:')} ${visible(problem.message)}\n${hint}`);
}

const red = 31;

function plain(_code: number, text: string): string {
  return text;
}
