import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Input {
  readonly description: string;
  readonly default?: string;
}

export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** `action.yml`, as people use it. */
export const action = parse(readFileSync('action.yml', 'utf8')) as Action;

export function stepNamed(name: string): Step {
  const step = action.runs.steps.find((one) => one.name === name);
  if (!step) throw new Error(`There is no step '${name}'.`);
  return step;
}
