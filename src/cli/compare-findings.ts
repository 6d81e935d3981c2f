import type { Audit, Finding } from '../audit/finding.js';
import type { AuditedModels } from './audit-models.js';
import { type AskedEdit, keyOf } from './edit-models.js';

/** What edits made of the findings. */
export interface Compared {
  /** Asked for, gone, and its rule can still tell. */
  readonly fixed: readonly Finding[];
  /** Asked for and gone, since its rule now waits for a fact about the same subject. */
  readonly untold: readonly Finding[];
  /** Gone without having been asked for: mended beside, or only hidden. */
  readonly besides: readonly Finding[];
  readonly remaining: readonly Finding[];
  readonly fresh: readonly Finding[];
  /** All that was asked is fixed, and nothing above low is new. */
  readonly isGood: boolean;
}

type Audits = Pick<AuditedModels, 'audits'>;

export function compareFindings(asked: readonly AskedEdit[], before: Audits, after: Audits): Compared {
  const [old, now] = [printsOf(before.audits), printsOf(after.audits)];
  const wanted = new Set(asked.map(({ finding }) => finding));
  const waited = waitsOf(before.audits);
  const waits = new Set([...waitsOf(after.audits)].flatMap(([full, question]) => (waited.has(full) ? [] : [question])));
  const isUntold = (one: Told) => questionsOf(one).some((question) => waits.has(question));
  const gone = told(before.audits).filter((one) => !now.has(printOf(one)));
  const goneAsked = gone.filter(({ finding }) => wanted.has(finding));
  const untold = goneAsked.filter(isUntold).map(({ finding }) => finding);
  const remaining = asked.filter((one) => now.has(printOf(one))).map(({ finding }) => finding);
  const fresh = told(after.audits).flatMap((one) => (old.has(printOf(one)) ? [] : [one.finding]));
  return {
    fixed: goneAsked.flatMap(({ finding }) => (untold.includes(finding) ? [] : [finding])),
    untold,
    besides: gone.flatMap(({ finding }) => (wanted.has(finding) ? [] : [finding])),
    remaining,
    fresh,
    isGood: remaining.length + untold.length === 0 && fresh.every(({ severity }) => severity === 'low'),
  };
}

type Told = Pick<AskedEdit, 'audit' | 'finding'>;

function told(audits: readonly Audit[]): readonly Told[] {
  return audits.flatMap((audit) => audit.findings.map((finding) => ({ audit, finding })));
}

/** Fingerprints of all findings, the accepted ones too. */
function printsOf(audits: readonly Audit[]): ReadonlySet<string> {
  const all = audits.flatMap((audit) => [...audit.findings, ...audit.accepted].map((finding) => ({ audit, finding })));
  return new Set(all.map(printOf));
}

function printOf({ audit, finding: { fingerprint } }: Told): string {
  return `${fingerprint} ${keyOf(audit)}`;
}

/** For what rules wait: by fact, and then only by model, rule and subject. */
function waitsOf(audits: readonly Audit[]): ReadonlyMap<string, string> {
  const waits = audits.flatMap((audit) =>
    audit.missing.flatMap(({ fact, rules, elements, flows }) =>
      rules.flatMap((rule) =>
        orModel([...elements, ...flows]).map((id): [string, string] => {
          const question = JSON.stringify([keyOf(audit), rule, id]);
          return [`${question} ${fact}`, question];
        }),
      ),
    ),
  );
  return new Map(waits);
}

/** What the rule of a finding may wait for, about one of its subjects. */
function questionsOf({ audit, finding }: Told): readonly string[] {
  const { rule, flow, subjects = [], evidence } = finding;
  const ids = flow === undefined ? subjects : [...subjects, ...evidence.flows];
  return orModel(ids).map((id) => JSON.stringify([keyOf(audit), rule, id]));
}

/** The model as a whole has no id. */
function orModel(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [''] : ids;
}
