import { type Audit, type Finding, severities } from '../audit/finding.js';
import { fingerprint } from '../audit/fingerprint.js';
import { groupBy } from '../audit/questions/group-by.js';
import { canonical } from './canonical.js';
import { compareSubjects, kindOf } from './compare-subjects.js';
import { matchItems } from './match-items.js';
import type { ModelDiff } from './model-diff.js';
import { questionsWaiting } from './questions-waiting.js';

/** What a change made of the findings. Each list in the order of its audit. */
export interface FindingsDiff {
  /** Of the head: about something that its rule did not tell of before, or had told of, less badly, as accepted. */
  readonly fresh: readonly Finding[];
  /** Of the head: found before as well, no less badly, and accepted then. Nobody does any more: it counts again, and is not new. */
  readonly reopened: readonly Finding[];
  /** Of the base: its rule tells of nothing that it was about any more, and can still tell. */
  readonly fixed: readonly Finding[];
  /**
   * Found before and gone, since its rule broke, waits now for a fact about the same subject, or does not even ask where facts are left
   * out that showed it: nobody can say that it is mended.
   */
  readonly untold: readonly Finding[];
  /** Of the head: found before too, and accepted since. */
  readonly accepted: readonly Finding[];
  /** Of the head: about fewer than before, or divided otherwise. Neither new nor fixed. */
  readonly regrouped: readonly Finding[];
  /** Of those: about elements that no one finding of its rule was about together before. */
  readonly combined: readonly Finding[];
  /** Found before too, and severer now; what is in the baseline of the head is not among them. They are in `unchanged` or in `regrouped`, too. */
  readonly worse: readonly Worsened[];
  /** Found before and after, or accepted before and after. */
  readonly unchanged: readonly { readonly before: Finding; readonly after: Finding }[];
  /** The audit of the head: numbers of findings are those that they have there. */
  readonly head: Audit;
}

export interface Worsened {
  readonly before: Finding;
  readonly after: Finding;
}

/**
 * Compares what was found by fingerprint, as the fingerprints of the base would be under the names of the head. Both audits
 * are of the same day, with the same rules.
 *
 * @param again the head if it went on stating what it leaves out
 * @param exempt what the change put under an exemption: that mends nothing
 * @param asked the head in the scopes of the base
 */
export function diffFindings(
  base: Audit,
  head: Audit,
  diff: ModelDiff,
  again?: Audit,
  exempt: readonly Finding[] = [],
  asked = head,
): FindingsDiff {
  const renamed = [...diff.toHead].flatMap(([before, after]) => (before === after ? [] : [before]));
  const { pairs, added, removed } = matchItems(allOf(base), allOf(head), [
    { ofBase: (finding) => printInHead(finding, head, diff), ofHead: (finding) => finding.fingerprint, inOrder: true },
    // What a rule tells apart by an id cannot be translated: the same rule on the same elements, one on either side, is taken.
    { ofBase: (finding) => namesRenamed(finding, renamed, diff) ?? `base ${finding.fingerprint}`, ofHead: subjectOf },
  ]);
  const isWaiting = questionsWaiting(base, asked, diff);
  const inHead = (id: string) => idInHead(id, diff);
  const subjectsAgain = again && compareSubjects(base, again, inHead);
  const subjectsExempt = compareSubjects(base, { ...head, findings: exempt, accepted: [], baselined: [] }, inHead);
  const isUntold = (finding: Finding) => isWaiting(finding) || subjectsAgain?.isGone(finding) === false;
  const isAccepted = setOf(base.accepted, head.accepted);
  const turned = pairs.filter(({ before, after }) => isAccepted(before) !== isAccepted(after));
  const accepted = turned.filter(({ after }) => isAccepted(after));
  const { isMore, isKnown, isCombined, isGone } = compareSubjects(base, head, inHead);
  const more = added.filter((finding) => !isAccepted(finding) && isMore(finding));
  const counting = turned.filter(({ before }) => isAccepted(before));
  const [severer, asBad] = [counting.filter(isWorsened), counting.filter((pair) => !isWorsened(pair))].map(afterOf);
  const fresh = setOf(
    more.filter((finding) => !isKnown(finding)),
    severer!,
  );
  const reopened = setOf(more.filter(isKnown), asBad!);
  const nowAccepted = setOf(added.filter(isAccepted), afterOf(accepted));
  const gone = setOf(removed.filter((finding) => !isAccepted(finding) && isGone(finding)));
  const found = allOf(base).filter(gone);
  const regrouped = added.filter((finding) => !isAccepted(finding) && !isMore(finding));
  const unchanged = pairs.filter(({ before, after }) => isAccepted(before) === isAccepted(after));
  const isTold = setOf(head.findings);
  const before = groupBy([...base.findings, ...(base.baselined ?? [])], kindOf);
  return {
    fresh: allOf(head).filter(fresh),
    reopened: allOf(head).filter(reopened),
    fixed: found.filter((finding) => !isUntold(finding) && subjectsExempt.isGone(finding)),
    untold: found.filter(isUntold),
    accepted: allOf(head).filter(nowAccepted),
    regrouped,
    combined: regrouped.filter(isCombined),
    worse: [
      ...unchanged.filter((pair) => isTold(pair.after) && isWorsened(pair)),
      ...regrouped.filter(isTold).flatMap((after) => {
        const worst = worstAbout(after, before.get(kindOf(after)) ?? [], inHead);
        return worst && isWorsened({ before: worst, after }) ? [{ before: worst, after }] : [];
      }),
    ],
    unchanged,
    head,
  };
}

function isWorsened({ before, after }: Worsened): boolean {
  return severities.indexOf(after.severity) < severities.indexOf(before.severity);
}

function afterOf(pairs: readonly Worsened[]): readonly Finding[] {
  return pairs.map(({ after }) => after);
}

/** The worst of the same kind that was found about any of what a finding of the head is about. */
function worstAbout(
  { identity }: Finding,
  alike: readonly Finding[],
  inHead: (id: string) => string,
): Finding | undefined {
  const ids = new Set(identity?.ids);
  const same = alike.filter((one) => one.identity?.ids.some((id) => ids.has(inHead(id))));
  return severities.flatMap((severity) => same.find((one) => one.severity === severity) ?? [])[0];
}

function allOf({ findings, accepted, baselined = [] }: Audit): readonly Finding[] {
  return [...findings, ...accepted, ...baselined];
}

function setOf(...lists: readonly (readonly Finding[])[]): (finding: Finding) => boolean {
  const members = new Set(lists.flat());
  return (finding) => members.has(finding);
}

/** The fingerprint of a finding of the base under the names of the head. */
export function printInHead(
  { rule, identity, fingerprint: print }: Finding,
  { model }: Audit,
  diff: ModelDiff,
): string {
  return identity ? fingerprint(model, rule, idsInHead(identity.ids, diff), identity.discriminator) : print;
}

function idsInHead(ids: readonly string[], diff: ModelDiff): readonly string[] {
  return ids.map((id) => idInHead(id, diff));
}

function idInHead(id: string, { toHead, flowsToHead }: ModelDiff): string {
  return toHead.get(id) ?? flowsToHead.get(id) ?? id;
}

function subjectOf({ rule, identity }: Finding): string {
  return canonical([rule, [...(identity?.ids ?? [])].sort()]);
}

/** What a finding of the base is about, in the words of the head, where something that tells it apart has another id there. */
function namesRenamed(finding: Finding, renamed: readonly string[], diff: ModelDiff): string | undefined {
  const { rule, identity } = finding;
  const { discriminator } = identity ?? {};
  if (!identity || discriminator === undefined) return undefined;
  const isNamed = renamed.some((before) => mentions(discriminator, before));
  return isNamed ? subjectOf({ ...finding, rule, identity: { ids: idsInHead(identity.ids, diff) } }) : undefined;
}

/** Whether an id stands in a text, and not within a word of it: `out` is no part of `outgoing`. */
function mentions(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const around = [text.slice(0, at), text.slice(at + id.length)] as const;
    if (!/[\p{L}\p{N}]$/u.test(around[0]) && !/^[\p{L}\p{N}]/u.test(around[1])) return true;
  }
  return false;
}
