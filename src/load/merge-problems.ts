import type { Problem } from '../graph/problem.js';

/**
 * Joins what the evaluation and the type check found wrong with one model. They often find the same thing: of two at one line, the
 * evaluation's counts when it says what to do, else the compiler's; what does not parse is told once.
 */
export function mergeProblems(evaluation: readonly Problem[], types: readonly Problem[]): Problem[] {
  const broken = new Set(evaluation.filter(isSyntaxError).map(({ file }) => file));
  const remaining = types.filter(
    (problem) => !broken.has(problem.file) && !evaluation.some((one) => one.hint && sameLine(one, problem)),
  );
  return [...evaluation.filter((problem) => !remaining.some((one) => sameLine(one, problem))), ...remaining];
}

function isSyntaxError({ message }: Problem): boolean {
  return message.startsWith('Syntax error');
}

function sameLine(a: Problem, b: Problem): boolean {
  return a.line !== undefined && a.file === b.file && a.line === b.line;
}
