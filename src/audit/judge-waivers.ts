import type { Element, Waiver } from '../graph/architecture.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { type Day, dayNumber } from '../vocabulary/units.js';
import type { Finding } from './finding.js';

export type WaiverFault = 'unknown rule' | 'without reason' | 'expired' | 'unused' | 'cannot be accepted';

/** A waiver with how it fared. No fault: it accepts at least one finding. */
export interface JudgedWaiver {
  readonly waiver: Waiver;
  readonly element?: Element;
  readonly fault?: WaiverFault;
  /** Of a rule that does not exist: the one most like it. */
  readonly nearest?: string;
}

interface Judging {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
  readonly today: Day;
  /** All rules there are. */
  readonly known: readonly string[];
  /** Those that were asked: of the others nobody can say whether their waivers are of use. */
  readonly asked: ReadonlySet<string>;
  /** Rules about waivers themselves: a waiver does not excuse another. */
  readonly aboutWaivers: ReadonlySet<string>;
  element(id: string): Element | undefined;
}

export function judgeWaivers(judging: Judging): readonly JudgedWaiver[] {
  return judging.waivers.map((waiver) => {
    const element = waiver.element === undefined ? undefined : judging.element(waiver.element);
    const fault = faultOf(waiver, judging);
    const nearest = fault === 'unknown rule' ? nearestName(waiver.rule, judging.known) : undefined;
    return { waiver, ...(element && { element }), ...(fault && { fault }), ...(nearest !== undefined && { nearest }) };
  });
}

function faultOf(waiver: Waiver, judging: Judging): WaiverFault | undefined {
  const { known, aboutWaivers, today, asked, findings } = judging;
  if (!known.includes(waiver.rule)) return 'unknown rule';
  if (aboutWaivers.has(waiver.rule)) return 'cannot be accepted';
  if (!hasReason(waiver)) return 'without reason';
  if (hasRunOut(waiver, today)) return 'expired';
  if (!asked.has(waiver.rule)) return undefined;
  return findings.some((finding) => concerns(waiver, finding)) ? undefined : 'unused';
}

/** The waiver under which a finding is accepted: each of the elements it is about has one that counts. */
export function acceptedBy(finding: Finding, waivers: readonly Waiver[], today: Day): Waiver | undefined {
  const valid = waivers.filter((waiver) => concerns(waiver, finding) && hasReason(waiver) && !hasRunOut(waiver, today));
  const forAll = valid.find(({ element }) => element === undefined);
  if (forAll) return forAll;
  const subjects = finding.subjects ?? [];
  const isCovered = subjects.every((id) => valid.some(({ element }) => element === id));
  return isCovered || subjects.length === 0 ? valid[0] : undefined;
}

function concerns(waiver: Waiver, finding: Finding): boolean {
  if (waiver.rule !== finding.rule) return false;
  if (waiver.element === undefined || waiver.element === finding.element) return true;
  return (finding.subjects ?? []).includes(waiver.element);
}

function hasReason({ because }: Waiver): boolean {
  return because.trim() !== '';
}

/** The last day still counts. A date that is none has run out. */
function hasRunOut({ until }: Waiver, today: Day): boolean {
  if (until === undefined) return false;
  const last = dayNumber(until);
  return last === undefined || last < (dayNumber(today) ?? Number.POSITIVE_INFINITY);
}
