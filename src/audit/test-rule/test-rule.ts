import type { Rule } from '../rule.js';
import type { RuleCases } from './cases.js';
import { checkInvalid, checkOpen, checkValid } from './check-case.js';
import { checkShape } from './check-shape.js';

/** How a test runner takes a test: `test` of Jest, Vitest or `node:test`. */
export type Register = (name: string, run: () => void) => unknown;

/**
 * Tests a rule with a table of models. Each becomes a test of its own where `register` (or a global `test`) is there; with
 * `null`, or without either, all are checked at once, and what is wrong with them is thrown together.
 *
 * @throws TypeError where the table is none
 * @throws Error without a test runner, for every case that is not as told
 */
export function testRule(rule: Rule, cases: RuleCases, register: Register | null = globalRegister()): void {
  checkShape(cases);
  const checks = checksOf(rule, cases);
  if (register) {
    for (const { name, run } of checks) register(name, run);
    return;
  }
  const failures = checks.flatMap(({ name, run }) => failureOf(name, run));
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
}

interface Check {
  readonly name: string;
  run(): void;
}

function checksOf(rule: Rule, { valid, invalid, cannotTell = [] }: RuleCases): readonly Check[] {
  const named = (sort: string, name: string) => `${rule.id}, ${sort}: ${name}`;
  return [
    ...valid.map((one) => ({ name: named('valid', one.name), run: () => checkValid(rule, one) })),
    ...invalid.map((one) => ({ name: named('invalid', one.name), run: () => checkInvalid(rule, one) })),
    ...cannotTell.map((one) => ({ name: named('cannot tell', one.name), run: () => checkOpen(rule, one) })),
  ];
}

function failureOf(name: string, run: () => void): readonly string[] {
  try {
    run();
    return [];
  } catch (thrown) {
    return [`${name}\n${thrown instanceof Error ? thrown.message : String(thrown)}`];
  }
}

function globalRegister(): Register | null {
  const test: unknown = Reflect.get(globalThis, 'test');
  return typeof test === 'function' ? (name, run) => test(name, run) : null;
}
