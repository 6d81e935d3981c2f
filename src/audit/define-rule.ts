import { checkDefinition } from './check-definition.js';
import { referenceFor } from './reference-for.js';
import type { Messages, Options, Rule, RuleDefinition } from './rule.js';

/**
 * Makes a rule. Which messages there are and which slots they have is read from their texts, so that the compiler checks
 * every `report`.
 *
 * @throws TypeError where a part of it is none
 */
export function defineRule<const M extends Messages, O extends Options = Readonly<Record<never, never>>>(
  definition: RuleDefinition<M, O>,
): Omit<Rule, 'options'> & { readonly options: O };
export function defineRule(definition: RuleDefinition<Messages, Options>): Rule {
  checkDefinition(definition);
  const { id, severity, summary, impact, remedy, messages, checkOptions } = definition;
  return Object.freeze({
    id,
    family: id.slice(0, id.indexOf('/')),
    severity,
    summary,
    impact,
    remedy,
    references: definition.references.map(referenceFor),
    options: definition.options ?? {},
    messages,
    runsLast: definition.runsLast ?? false,
    recommended: definition.recommended ?? true,
    ...(definition.optionExamples && { optionExamples: definition.optionExamples }),
    ...(checkOptions && { checkOptions: (options) => checkOptions.call(definition, options) }),
    check: (context) => definition.check(context),
  } satisfies Rule);
}
