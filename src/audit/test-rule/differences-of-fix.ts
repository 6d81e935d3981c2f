import type { FindingEdit } from '../edit.js';

/** What an expected remedy and the one found differ in; nothing where none is expected. */
export function differencesOfFix(
  found: readonly FindingEdit[],
  expected: readonly FindingEdit[] | undefined,
): readonly string[] {
  if (expected === undefined || isEqual(found, expected)) return [];
  return [`expected the fix ${inWords(expected)}`, `found the fix    ${inWords(found)}`];
}

function inWords(edits: readonly FindingEdit[]): string {
  return edits.length === 0 ? 'of no edit' : JSON.stringify(edits);
}

/** Plain data, whatever the order of the keys. */
function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [keys, otherKeys] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === otherKeys.length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
