import type { Audit, Finding } from '../../audit/finding.js';
import { inFindingOrder } from '../../audit/finding-order.js';
import type { Waiver } from '../../graph/architecture.js';
import { isSameWaiver } from './same-waiver.js';

/** The audit as it were without some waivers: what they accept is found. Numbers of findings stay those of the audit. */
export function withoutWaivers(audit: Audit, waivers: readonly Waiver[]): Audit {
  const isHidden = ({ accepted }: Finding) =>
    accepted !== undefined && waivers.some((waiver) => isSameWaiver(waiver, accepted));
  const hidden = audit.accepted.filter(isHidden);
  if (hidden.length === 0) return audit;
  return {
    ...audit,
    findings: inFindingOrder(audit.model, [...audit.findings, ...hidden]),
    accepted: audit.accepted.filter((finding) => !isHidden(finding)),
    whole: audit.whole ?? audit,
  };
}

/** Only what the change brought is found; what was there before stands with what is in the baseline. */
export function onlyFresh(audit: Audit, fresh: ReadonlySet<Finding>): Audit {
  const before = audit.findings.filter((finding) => !fresh.has(finding));
  if (before.length === 0) return audit;
  return {
    ...audit,
    findings: audit.findings.filter((finding) => fresh.has(finding)),
    baselined: [...before, ...(audit.baselined ?? [])],
    whole: audit.whole ?? audit,
  };
}
