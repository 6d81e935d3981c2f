import { type Audit, type Severity, severities } from '../../audit/finding.js';
import type { Waiver } from '../../graph/architecture.js';
import type { Weakening } from '../weakened.js';
import { isSameWaiver } from './same-waiver.js';

/** How bad it is that a model asks less, or lets less be told, where no finding says so. */
export const weakeningSeverity: Severity = 'high';

/** As bad as what nobody can tell any more, or as what is accepted now. `head`: the audit in which it is. */
export function severityOfWeakening(one: Weakening, head: Audit): Severity | undefined {
  switch (one.sort) {
    case 'finding':
    case 'exempt':
      return one.finding.severity;
    case 'fact':
      return one.fact.severity;
    case 'waiver':
      return severityOfWaiver(one.waiver, head);
    default:
      return weakeningSeverity;
  }
}

/** The worst that it accepts; where that is nothing yet, the worst that it would accept. */
function severityOfWaiver(waiver: Waiver, { accepted, outcomes }: Audit): Severity | undefined {
  const now = accepted.filter((finding) => finding.accepted && isSameWaiver(finding.accepted, waiver));
  const rules = outcomes.filter(({ rule }) => rule === waiver.rule);
  return worstOf(now.length > 0 ? now : rules);
}

function worstOf(list: readonly { readonly severity: Severity }[]): Severity | undefined {
  return severities.find((severity) => list.some((one) => one.severity === severity));
}
