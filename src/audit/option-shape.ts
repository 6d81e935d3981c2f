import type { Problem } from '../graph/problem.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { type Duration, seconds } from '../vocabulary/units.js';
import type { Options, Rule } from './rule.js';

/**
 * What is wrong with options: names that the rule does not have, and values that are not of the shape of its defaults. A number
 * is finite, and not negative where the default is not; items of a list and values of a record are like one of the default's.
 * What else a rule wants of its options it says itself.
 */
export function checkOptions(given: Options, rule: Rule): readonly Problem[] {
  const problems = Object.entries(given).flatMap(([name, value]): Problem[] => {
    if (!Object.hasOwn(rule.options, name)) return [unknownOption(rule, name)];
    const wanted = ofOne(value, [rule.options[name], ...(rule.optionExamples?.[name] ?? [])]);
    return wanted === undefined ? [] : [{ message: `The option '${name}' of ${rule.id} ${wanted}.` }];
  });
  if (problems.length > 0) return problems;
  const wrong = rule.checkOptions?.({ ...rule.options, ...given });
  return wrong === undefined ? [] : [{ message: `The options of ${rule.id} do not do: ${wrong}` }];
}

function unknownOption({ id, options }: Rule, name: string): Problem {
  const known = Object.keys(options);
  const nearest = nearestName(name, known);
  const message = `There is no option of ${id} '${name}'.`;
  if (nearest !== undefined) return { message, hint: `Did you mean '${nearest}'?` };
  return { message, hint: known.length === 0 ? 'It has none.' : `It has ${known.join(', ')}.` };
}

/** What a value would have to be, where it is like none of some. */
function ofOne(value: unknown, standards: readonly unknown[]): string | undefined {
  const wanted = standards.map((standard) => expected(value, standard));
  return wanted.includes(undefined) ? undefined : wanted[0];
}

/** What a value would have to be, where it is not. */
function expected(value: unknown, standard: unknown): string | undefined {
  if (Array.isArray(standard)) return Array.isArray(value) ? ofMembers(value, standard) : 'has to be a list';
  if (isRecord(standard)) {
    return isRecord(value) ? ofMembers(Object.values(value), Object.values(standard)) : 'has to be an object';
  }
  if (typeof standard === 'number') return expectedNumber(value, standard);
  if (isDuration(standard)) return isDuration(value) ? undefined : `has to be a duration, such as '${standard}'`;
  if (standard === undefined || standard === null || typeof value === typeof standard) return undefined;
  return typeof standard === 'boolean' ? 'has to be true or false' : 'has to be a text';
}

function expectedNumber(value: unknown, standard: number): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'has to be a number';
  return value < 0 && standard >= 0 ? 'cannot be negative' : undefined;
}

function ofMembers(values: readonly unknown[], standards: readonly unknown[]): string | undefined {
  if (standards.length === 0) return undefined;
  const isLike = (value: unknown) => standards.some((standard) => expected(value, standard) === undefined);
  return values.every(isLike) ? undefined : 'has to hold values like those of its default';
}

function isDuration(value: unknown): value is Duration {
  if (typeof value !== 'string') return false;
  try {
    return Number.isFinite(seconds(value as Duration));
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
