import { type Audit, type Finding, severities } from '../audit/finding.js';
import type { ScopedAs } from '../audit/scope.js';
import type { Architecture } from '../graph/architecture.js';
import { auditOrNot } from './audit-or-not.js';
import { printInHead } from './diff-findings.js';
import type { ModelDiff } from './model-diff.js';

/** Audits a model with its elements in the scopes in which another one has them; undefined where they are in these anyway. */
export type AuditScopedAs = (model: Architecture, scopedAs: ScopedAs) => Audit | undefined;

/** What says in which scopes of the base the elements of the head are. */
export function scopedAsIn({ model }: Audit, diff: ModelDiff): ScopedAs {
  const toBase = new Map([...diff.toHead].map(([before, after]) => [after, before]));
  return { model, idOf: (id) => toBase.get(id) };
}

/** The head in the scopes of the base; undefined where it is in these anyway. */
export function heldIn(base: Audit, head: Audit, diff: ModelDiff, ask: AuditScopedAs | undefined): Audit | undefined {
  return auditOrNot(() => ask?.(head.model, scopedAsIn(base, diff)));
}

/**
 * What the head is spared, or told as less bad, only since the change put it under other scopes: a tag, a folder, another file. What was in
 * the baseline is known, and not among it.
 *
 * @param held the head in the scopes of the base
 */
export function exempted(base: Audit, head: Audit, diff: ModelDiff, held: Audit | undefined): readonly Finding[] {
  if (held === undefined) return [];
  const now = new Map<string, Finding>();
  for (const finding of [...head.findings, ...head.accepted, ...(head.baselined ?? [])])
    now.set(finding.fingerprint, finding);
  const known = new Set((base.baselined ?? []).map((finding) => printInHead(finding, head, diff)));
  return held.findings.filter(({ fingerprint, severity }) => {
    const told = now.get(fingerprint);
    if (told === undefined) return !known.has(fingerprint);
    return head.findings.includes(told) && severities.indexOf(severity) < severities.indexOf(told.severity);
  });
}
