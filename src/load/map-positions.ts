import type { Problem } from '../graph/problem.js';
import type { RawPosition, ToSource } from './source-positions.js';

/**
 * Puts the author's positions in place of the engine's, in what `collect` gave. It came out of a sandbox, so nothing is taken
 * for granted; what names no module of the author's is left out.
 */
export function mapPositions(document: unknown, toSource: ToSource): void {
  if (!isRecord(document)) return;
  mapAt(document, toSource);
  for (const key of ['elements', 'flows', 'journeys', 'waivers', 'views']) {
    const list = document[key];
    if (!Array.isArray(list)) continue;
    for (const item of list) {
      if (!isRecord(item)) continue;
      mapAt(item, toSource);
      if (Array.isArray(item.rules)) for (const rule of item.rules) if (isRecord(rule)) mapAt(rule, toSource);
    }
  }
}

/** The problems of `collect`, with the author's positions; those without one stand at the top of the model's file. */
export function mapProblems(problems: unknown, toSource: ToSource, file: string): Problem[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((problem: unknown) => {
    if (!isRecord(problem) || typeof problem.message !== 'string') return [];
    const { message, hint } = problem;
    const position = (isPosition(problem) && toSource(problem)) || { file, line: 1, column: 1 };
    return { ...position, message, ...(typeof hint === 'string' ? { hint } : {}) };
  });
}

function mapAt(item: Record<string, unknown>, toSource: ToSource): void {
  if (item.at === undefined) return;
  const found = isPosition(item.at) ? toSource(item.at) : undefined;
  if (found) item.at = found;
  else delete item.at;
}

function isPosition(value: unknown): value is RawPosition {
  if (!isRecord(value)) return false;
  return typeof value.file === 'string' && Number.isSafeInteger(value.line) && Number.isSafeInteger(value.column);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
