import type { RuleCases } from './cases.js';

/**
 * Whether a table of cases is one, for authors whom no compiler tells.
 *
 * @throws TypeError that says which part is wrong
 */
export function checkShape(cases: RuleCases): void {
  for (const [sort, list] of Object.entries({ cannotTell: [], ...cases })) {
    if (!sorts.includes(sort)) refuse(`there is no '${sort}': a table has ${sorts.join(', ')}`);
    if (!Array.isArray(list)) refuse(`'${sort}' has to be a list of cases`);
  }
  for (const sort of ['valid', 'invalid'] as const)
    if (cases[sort] === undefined) refuse(`'${sort}' is missing: a list of cases, which may be empty`);
  for (const { name, findings } of cases.invalid) {
    if (!Array.isArray(findings)) refuse(`the invalid case '${name}' needs 'findings', a list of what is expected`);
    for (const finding of findings) checkFinding(name, finding);
  }
  for (const { name, missing } of cases.cannotTell ?? [])
    if (!isListOfTexts(missing)) refuse(`the case '${name}' needs 'missing', a list of the facts that it waits for`);
}

const sorts = ['valid', 'invalid', 'cannotTell'];
const told = ['at', 'message', 'severity', 'impact', 'remedy', 'evidence', 'fix'];

function checkFinding(name: string, finding: object): void {
  const wrong = Object.keys(finding).find((key) => !told.includes(key));
  if (wrong !== undefined) refuse(`a finding of '${name}' has '${wrong}': what can be expected is ${told.join(', ')}`);
  const { evidence = [] } = finding as { readonly evidence?: unknown };
  if (!isListOfTexts(evidence))
    refuse(`'evidence' of a finding of '${name}' has to be a list of ids of elements and flows`);
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function refuse(message: string): never {
  throw new TypeError(`testRule: ${message}`);
}
