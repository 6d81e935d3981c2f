import { type Audit, type Finding, isSeverity, type Severity, severities } from './finding.js';
import { compareKeys } from './finding-order.js';

/**
 * Findings that a project knows of and does not want to be told again: for adopting the program on an old system. A baseline
 * is for a while; what is meant to stay is accepted in the model, with a reason.
 */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** A finding that has become worse since is new. */
  readonly severity: Severity;
  /** For people, and to tell which entries a run can judge. */
  readonly model: string;
  readonly environment?: string;
  readonly element?: string;
  readonly message: string;
}

const format = 'stanchion-baseline';

/** The entry of a finding. */
export function baselineEntry({ model }: Audit, finding: Finding): BaselineEntry {
  const { fingerprint, rule, severity, element, flow, message } = finding;
  const { environment } = model.facts;
  const about = element ?? flow;
  return {
    model: model.name,
    ...(environment !== undefined && { environment }),
    rule,
    severity,
    ...(about !== undefined && { element: about }),
    message,
    fingerprint,
  };
}

/** The file of some entries: each once, in one order, byte for byte the same for the same entries. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const keyed = [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()].map((entry) => ({
    entry,
    key: [entry.model, entry.environment ?? '', entry.rule, entry.element ?? '', entry.fingerprint],
  }));
  const findings = keyed.sort((left, right) => compareKeys(left.key, right.key)).map(({ entry }) => entry);
  return `${JSON.stringify({ format, version: 1, findings }, undefined, 2)}\n`;
}

/** The entries of a file, or what is wrong with it. */
export function readBaseline(text: string): readonly BaselineEntry[] | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { wrong: 'it is not JSON' };
  }
  if (!isRecord(value) || value.format !== format) return { wrong: 'it is no baseline of Stanchion' };
  if (value.version !== 1)
    return { wrong: `its version is ${JSON.stringify(value.version)}, and only 1 is known here` };
  if (!Array.isArray(value.findings)) return { wrong: "it has no list 'findings'" };
  const wrong = value.findings.findIndex((entry) => !isEntry(entry));
  return wrong < 0 ? value.findings : { wrong: `its finding ${wrong + 1} is none` };
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { fingerprint, rule, severity, model, environment, element, message } = value;
  return (
    typeof fingerprint === 'string' &&
    /^[0-9a-f]{64}$/.test(fingerprint) &&
    isSeverity(severity) &&
    [rule, model, message].every((text) => typeof text === 'string') &&
    [environment, element].every((text) => text === undefined || typeof text === 'string')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets apart the findings that are in a baseline. One that is accepted is told as accepted, whatever a baseline says. */
export function withBaseline(audit: Audit, entries: readonly BaselineEntry[]): Audit {
  const known = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const isKnown = (finding: Finding) => covers(known.get(finding.fingerprint), finding);
  const baselined = audit.findings.filter(isKnown);
  if (baselined.length === 0) return audit;
  const outcomes = audit.outcomes.map((outcome) => {
    const own = baselined.filter(({ rule }) => rule === outcome.rule).length;
    return own === 0 ? outcome : { ...outcome, findings: outcome.findings - own, baselined: own };
  });
  return { ...audit, findings: audit.findings.filter((finding) => !isKnown(finding)), baselined, outcomes };
}

function covers(entry: BaselineEntry | undefined, { severity }: Finding): boolean {
  return entry !== undefined && severities.indexOf(severity) >= severities.indexOf(entry.severity);
}

export interface Judged {
  /** After `withBaseline`. */
  readonly audits: readonly Audit[];
  /** All rules that exist. */
  readonly rules: readonly string[];
  /** Whether these are all models there are, so that a model that is not among them is gone. */
  readonly isWhole: boolean;
}

/**
 * Entries that set nothing apart any more: mended, become worse, accepted in the model, or about what is gone. Of a rule that
 * was not asked, and of a model that was not audited, nobody can say.
 */
export function staleEntries(entries: readonly BaselineEntry[], judged: Judged): readonly BaselineEntry[] {
  const { audits, rules, isWhole } = judged;
  const used = new Set(audits.flatMap(({ baselined = [] }) => baselined.map(({ fingerprint }) => fingerprint)));
  return entries.filter((entry) => {
    if (used.has(entry.fingerprint)) return false;
    const audit = audits.find(
      ({ model }) => model.name === entry.model && model.facts.environment === entry.environment,
    );
    if (!audit) return isWhole;
    return !rules.includes(entry.rule) || audit.outcomes.some(({ rule }) => rule === entry.rule);
  });
}

/** What a baseline becomes: all that is found now, and what this run cannot judge. */
export function renewed(entries: readonly BaselineEntry[], judged: Judged): readonly BaselineEntry[] {
  const stale = new Set(staleEntries(entries, judged));
  const found = judged.audits.flatMap((audit) =>
    [...audit.findings, ...(audit.baselined ?? [])].map((finding) => baselineEntry(audit, finding)),
  );
  const again = new Set(found.map(({ fingerprint }) => fingerprint));
  return [...entries.filter((entry) => !stale.has(entry) && !again.has(entry.fingerprint)), ...found];
}
