import { isSeverity } from '../finding.js';
import type { Rule } from '../rule.js';
import { isRecord, listGiven, type Tell } from './given.js';

/** The own rules of a configuration, without those that are none, that are there twice or take an id of the program's. */
export function checkOwnRules(given: unknown, builtIn: readonly Rule[], tell: Tell): readonly Rule[] {
  const taken = new Map(
    builtIn.map(({ id }) => [id, `'${id}' is a rule of the program: an own rule needs another id.`]),
  );
  const rules: Rule[] = [];
  for (const [index, one] of listGiven(given, 'ownRules', tell).flat().entries()) {
    if (!isRule(one)) tell({ message: `Own rule ${index + 1} is none: make it with defineRule.`, at: 'ownRules' });
    else if (taken.has(one.id)) tell({ message: taken.get(one.id) ?? '', at: 'ownRules' });
    else {
      taken.set(one.id, `Two own rules have the id '${one.id}'.`);
      rules.push(one);
    }
  }
  return rules;
}

/** As `defineRule` makes it; a package may bring its own copy of that. */
function isRule(value: unknown): value is Rule {
  if (!isRecord(value)) return false;
  const { id, family, severity, references, options, messages, check } = value;
  return (
    typeof id === 'string' &&
    /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) &&
    typeof family === 'string' &&
    ['summary', 'impact', 'remedy'].every((name) => typeof value[name] === 'string') &&
    isSeverity(severity) &&
    Array.isArray(references) &&
    references.every((one) => isRecord(one) && typeof one.id === 'string') &&
    isRecord(options) &&
    isRecord(messages) &&
    typeof check === 'function'
  );
}
