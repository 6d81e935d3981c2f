import type { Problem } from '../../graph/problem.js';
import { isSeverity } from '../finding.js';
import type { Rule } from '../rule.js';
import { isRecord, type Tell } from './given.js';

/** The own rules of a configuration, without those that are none, that are there twice or take an id of the program's. */
export function checkOwnRules(given: unknown, builtIn: readonly Rule[], tell: Tell): readonly Rule[] {
  const families = new Set(builtIn.map(({ family }) => family));
  const taken = new Set<string>();
  const rules: Rule[] = [];
  if (given !== undefined && !Array.isArray(given)) tell({ message: "'ownRules' has to be a list." });
  for (const [place, listed] of Array.isArray(given) ? given.entries() : []) {
    for (const one of Array.isArray(listed) ? listed : [listed]) {
      const wrong = isRule(one) ? wrongId(one, families, taken) : noRule(place + 1, Array.isArray(listed));
      if (wrong) tell({ ...wrong, at: [place] });
      else {
        taken.add(one.id);
        rules.push(one);
      }
    }
  }
  return rules;
}

function noRule(number: number, isList: boolean): Problem {
  return { message: `Own rule ${number} ${isList ? 'holds what is none' : 'is none'}: make it with defineRule.` };
}

/** A rule that the program may get one day must not clash with an own one. */
function wrongId({ id, family }: Rule, families: ReadonlySet<string>, taken: ReadonlySet<string>): Problem | undefined {
  if (families.has(family)) {
    const hint = 'Take a family of your own, such as the name of your company.';
    return { message: `The own rule '${id}' is in a family of the program's.`, hint };
  }
  return taken.has(id) ? { message: `Two own rules have the id '${id}'.` } : undefined;
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
