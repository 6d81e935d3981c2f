import type { Problem } from '../../graph/problem.js';

/** A mistake in a configuration; `at` is the text in its file that shows the place. */
export interface ConfigProblem extends Problem {
  readonly at?: string;
}

export type Tell = (problem: ConfigProblem) => void;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts, or undefined where nothing or something else is given, which is told. */
export function textsGiven(value: unknown, name: string, tell: Tell): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '')) return value;
  tell({ message: `'${name}' has to be a list of texts.`, at: name });
  return undefined;
}

export function textGiven(value: unknown, name: string, tell: Tell): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  tell({ message: `'${name}' has to be a text.`, at: name });
  return undefined;
}

export function listGiven(value: unknown, name: string, tell: Tell): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  tell({ message: `'${name}' has to be a list.`, at: name });
  return [];
}
