import type { Audit } from './finding.js';

/** One rule, and what it threw. */
export interface RuleBroken {
  readonly rule: string;
  readonly thrown: unknown;
}

/** A rule broke: our mistake or its author's, never the model's. The other rules ran; what they found is in `audit`. */
export class RuleCrash extends Error {
  override readonly name = 'RuleCrash';
  readonly rules: readonly string[];
  readonly crashes: readonly RuleBroken[];
  readonly audit: Audit;

  constructor(crashes: readonly RuleBroken[], audit: Audit) {
    const rules = crashes.map(({ rule }) => rule);
    const [first] = crashes;
    super(
      `${rules.length === 1 ? 'The rule' : 'The rules'} ${rules.join(', ')} broke on '${audit.model.name}': ${reasonOf(first?.thrown)}. ` +
        'This is a mistake in the program, not in the model: please report it with the model that shows it.',
      { cause: first?.thrown },
    );
    this.rules = rules;
    this.crashes = crashes;
    this.audit = audit;
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
