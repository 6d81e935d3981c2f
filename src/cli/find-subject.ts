import type { Audit, Finding } from '../audit/finding.js';
import type { Rule } from '../audit/rule.js';
import type { Element, Flow } from '../graph/architecture.js';
import { findingMarks } from '../report/finding-marks.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { findElements } from './find-elements.js';

/** Something in a model that can be explained. */
export type Subject =
  | { readonly sort: 'element'; readonly audit: Audit; readonly element: Element }
  | { readonly sort: 'flow'; readonly audit: Audit; readonly flow: Flow }
  | { readonly sort: 'finding'; readonly audit: Audit; readonly finding: Finding }
  /** Several elements of one name, or of one tier. */
  | { readonly sort: 'several'; readonly audit: Audit; readonly elements: readonly Element[] };

/** A rule by its id or the part of it that people remember. */
export function findRule(typed: string, rules: readonly Rule[]): Rule | undefined {
  return rules.find(({ id }) => id === typed) ?? rules.find(({ id }) => id.endsWith(`/${typed}`));
}

/** Rules that are most like what was typed: by the whole id, and by the part of it that people remember. */
export function nearestRules(typed: string, rules: readonly Rule[]): readonly string[] {
  const ids = rules.map(({ id }) => id);
  const short = (id: string) => id.slice(id.indexOf('/') + 1);
  const name = nearestName(typed, ids.map(short));
  return [nearestName(typed, ids) ?? [], ids.filter((id) => short(id) === name)].flat();
}

/** What a text names in each of the models that have it; ids go before findings, findings before names. */
export function findSubjects(typed: string, audits: readonly Audit[]): readonly Subject[] {
  return audits.flatMap((audit) => findIn(typed, audit) ?? []);
}

function findIn(typed: string, audit: Audit): Subject | undefined {
  const { model } = audit;
  const element = model.byId.get(typed);
  if (element) return { sort: 'element', audit, element };
  const flow = model.flowById.get(typed);
  if (flow) return { sort: 'flow', audit, flow };
  const finding = findFinding(typed, audit);
  if (finding) return { sort: 'finding', audit, finding };
  const found = findElements(typed, model);
  if (found.sort === 'none') return undefined;
  const [only] = found.elements;
  if (found.elements.length === 1 && only) return { sort: 'element', audit, element: only };
  return { sort: 'several', audit, elements: found.elements };
}

/** Whether a text looks like the mark of a finding, such as H2. */
export function isMark(typed: string): boolean {
  return /^[chml]\d+$/i.test(typed);
}

/** What a mark or the beginning of a fingerprint names. */
export function findFinding(typed: string, audit: Audit): Finding | undefined {
  const all = [...audit.findings, ...audit.accepted, ...(audit.baselined ?? [])];
  if (isMark(typed)) {
    const marks = findingMarks(audit);
    const marked = all.find((finding) => marks.get(finding) === typed.toUpperCase());
    // A handle such as c50101 reads like a mark too.
    if (marked) return marked;
  }
  const handle = typed.toLowerCase();
  if (!/^[0-9a-f]{6,64}$/.test(handle)) return undefined;
  const alike = all.filter(({ fingerprint }) => fingerprint.startsWith(handle));
  return alike.length === 1 ? alike[0] : undefined;
}
