import type { Problem } from '../../graph/problem.js';

/** The names and numbers that lead to a part of a configuration: `['scopes', 1, 'tags']`. */
export type Way = readonly (string | number)[];

/** A mistake in a configuration. */
export interface ConfigProblem extends Problem {
  /** The part that is wrong; left out: the whole. */
  readonly at?: Way;
  /** Its name is wrong rather than its value. */
  readonly isName?: boolean;
  /** The id of a rule that does not exist. */
  readonly unknownRule?: string;
}

export type Tell = (problem: ConfigProblem) => void;

/** Tells of a part of what is told of. */
export function below(tell: Tell, ...way: Way): Tell {
  return (problem) => tell({ ...problem, at: [...way, ...(problem.at ?? [])] });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts, or undefined where nothing or something else is given, which is told. */
export function textsGiven(value: unknown, name: string, tell: Tell): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '')) return value;
  tell({ message: `'${name}' has to be a list of texts.`, at: [name] });
  return undefined;
}

export function textGiven(value: unknown, name: string, tell: Tell): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  tell({ message: `'${name}' has to be a text.`, at: [name] });
  return undefined;
}

export function listGiven(value: unknown, name: string, tell: Tell): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  tell({ message: `'${name}' has to be a list.`, at: [name] });
  return [];
}
