import { isSeverity, severities } from './finding.js';

const idPattern = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const texts = ['summary', 'impact', 'remedy'];

/**
 * What keeps a definition from being a rule: for authors whom no compiler tells.
 *
 * @throws TypeError that says which part is wrong
 */
export function checkDefinition(given: object): void {
  const parts: Readonly<Record<string, unknown>> = { ...given };
  const { id, severity, references, messages } = parts;
  if (typeof id !== 'string' || !idPattern.test(id))
    throw new TypeError(`a rule's id is family/name in small letters, not ${JSON.stringify(id)}`);
  const refuse = (name: string, wanted: string) => {
    throw new TypeError(`the rule ${id} needs ${wanted} as '${name}', not ${JSON.stringify(parts[name]) ?? 'nothing'}`);
  };
  if (!isSeverity(severity)) refuse('severity', `one of ${severities.join(', ')}`);
  for (const name of texts) if (typeof parts[name] !== 'string') refuse(name, 'a sentence');
  if (!isListOfTexts(references)) refuse('references', 'a list of texts, which may be empty,');
  if (typeof messages !== 'object' || messages === null || !isListOfTexts(Object.values(messages)))
    refuse('messages', 'an object of texts');
  if (typeof parts.check !== 'function') refuse('check', 'a function');
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
