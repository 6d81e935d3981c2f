import { isAbsolute } from 'node:path';
import type { Problem } from '../graph/problem.js';
import { absentNames } from './absent-names.js';

/** The parts of what the compiler prints: diagnostics with their continued lines, and the files that it lists. */
export function parseDiagnostics(output: string): { problems: Problem[]; files: string[] } {
  const problems: Problem[] = [];
  const files: string[] = [];
  for (const line of output.split(/\r?\n/)) {
    const found = parseLine(line);
    const last = problems.at(-1);
    if (found) problems.push(found);
    else if (isAbsolute(line)) files.push(line);
    else if (last && /^\s+\S/.test(line)) problems[problems.length - 1] = continued(last, line.trim());
  }
  return { problems, files };
}

function parseLine(line: string): Problem | undefined {
  const placed = /^(.+?)\((\d+),(\d+)\): error TS\d+: (.*)$/.exec(line);
  if (placed) {
    const [, file = '', row, column, message = ''] = placed;
    return { file, line: Number(row), column: Number(column), ...explained(message) };
  }
  const [, message] = /^error TS\d+: (.*)$/.exec(line) ?? [];
  return message === undefined ? undefined : { message };
}

/** The compiler explains a message in lines below it, each going deeper than the one before. */
function continued(problem: Problem, line: string): Problem {
  return { ...problem, hint: problem.hint === undefined ? line : `${problem.hint} ${line}` };
}

const ownRuleHint =
  "Of own rules the compiler knows those in the interface CustomRules: import type {} from the package that declares it (docs/writing-rules.md, 'In TypeScript').";

/** The compiler advises to install types for what a model cannot have. */
function explained(message: string): { message: string; hint?: string } {
  if (/^Type '"[^"]+"' is not assignable to type 'RuleId'/.test(message)) return { message, hint: ownRuleHint };
  const name = /^Cannot find name '([\w$]+)'/.exec(message)?.[1];
  const hint = name === undefined ? undefined : absentNames.get(name);
  return hint === undefined ? { message } : { message: `'${name}' does not exist in a model.`, hint };
}
