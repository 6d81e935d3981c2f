import type { Audit, Finding } from '../../audit/finding.js';
import { onlyFresh, withoutWaivers } from '../../diff/gate/gate-view.js';
import type { GateVerdict } from '../../diff/gate/judge-comparison.js';
import type { Waiver } from '../../graph/architecture.js';
import type { ToldChange } from '../change/told-change.js';
import type { Comparison } from '../report-options.js';

interface Judged {
  readonly verdict: GateVerdict;
}

/**
 * The audits of the head as formats for programs tell them: what only a refused waiver of the change itself accepts is found, not
 * accepted, and each is held against the base.
 */
export function allOf({ comparison }: ToldChange, heads: readonly Audit[], { verdict }: Judged) {
  const refused = refusedWaivers(verdict);
  const original = new Map<Audit, Audit>();
  const audits = heads.map((head) => {
    const seen = withoutWaivers(head, refused.get(head) ?? []);
    original.set(seen, head);
    return seen;
  });
  const changes = new Map(comparison.changed.map((change) => [change.head, change]));
  const known = new Map(comparison.unchanged.map(({ base, head }) => [head, base]));
  const comparisonOf = (audit: Audit): Comparison => {
    const head = original.get(audit) ?? audit;
    const change = changes.get(head);
    if (change) {
      const { fresh, accepted, fixed } = change.findings;
      const was = new Set([...change.base.findings, ...(change.base.baselined ?? [])].map((one) => one.fingerprint));
      const hidden = accepted.filter(({ fingerprint }) => !was.has(fingerprint));
      return { fresh: new Set([...fresh, ...hidden]), absent: fixed, base: change.base };
    }
    const base = known.get(head);
    if (base) return { fresh: new Set(), absent: [], base };
    return { fresh: new Set([...head.findings, ...head.accepted]), absent: [] };
  };
  return { audits, comparisonOf };
}

/** Only what is new, or worse than it was. */
export function freshOf(told: ToldChange, heads: readonly Audit[], judged: Judged): readonly Audit[] {
  const { audits, comparisonOf } = allOf(told, heads, judged);
  const worse = new Set<Finding>(
    told.comparison.changed.flatMap(({ findings }) => findings.worse.map(({ after }) => after)),
  );
  return audits.map((audit) => {
    const { fresh } = comparisonOf(audit);
    return onlyFresh(audit, new Set(audit.findings.filter((finding) => fresh.has(finding) || worse.has(finding))));
  });
}

/** Each with the audit in which it is: another model may have one that says the same. */
function refusedWaivers({ refused }: GateVerdict): ReadonlyMap<Audit, readonly Waiver[]> {
  return new Map(
    refused.map(({ audit, weakened }) => [audit, weakened.flatMap((one) => (one.sort === 'waiver' ? one.waiver : []))]),
  );
}
