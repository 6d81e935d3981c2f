import { RuleCrash } from '../audit/rule-crash.js';
import type { Project } from './open-project.js';
import { printMisuse } from './print-problem.js';
import type { Surroundings } from './surroundings.js';

/** Tells of own rules that broke, which is their author's to mend. False where something else broke. */
export function printOwnCrash(error: unknown, { ownRules, positionIn }: Project, surroundings: Surroundings): boolean {
  if (!(error instanceof RuleCrash)) return false;
  const isOwn = (id: string) => ownRules.some((rule) => rule.id === id);
  if (!error.crashes.every(({ rule }) => isOwn(rule))) return false;
  for (const { rule, thrown } of error.crashes) {
    const isError = thrown instanceof Error;
    const at = isError ? positionIn(thrown.stack ?? '') : undefined;
    const reason = isError ? `${thrown.name}: ${thrown.message}` : String(thrown);
    const hint = at && `It was thrown in ${at.file}:${at.line}:${at.column}.`;
    printMisuse(`The own rule '${rule}' broke on '${error.audit.model.name}': ${reason}`, hint, surroundings);
  }
  return true;
}
