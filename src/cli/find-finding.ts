import type { Audit, Finding } from '../audit/finding.js';
import { few } from '../report/failure/journey-label.js';
import { findingMarks } from '../report/finding-marks.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { listOf, titleOf } from './choose-models.js';
import { findFinding, isMark } from './find-subject.js';
import { Misuse } from './misuse.js';

export interface FoundFinding {
  readonly audit: Audit;
  readonly finding: Finding;
}

/** Whether a word reads like the mark or the handle of a finding. */
export function isFinding(typed: string): boolean {
  return isMark(typed) || /^[0-9a-f]{6,64}$/i.test(typed);
}

/** The one finding that a mark or a handle names. Throws Misuse where it names none, or one in several models. */
export function theFinding(typed: string, audits: readonly Audit[]): FoundFinding {
  const found = audits.flatMap((audit) => {
    const finding = findFinding(typed, audit);
    return finding ? [{ audit, finding }] : [];
  });
  const [first] = found;
  if (first === undefined) throw new Misuse(`'${typed}' is no finding.`, hint(typed, audits));
  if (found.length === 1) return first;
  throw new Misuse(
    `${found.length} models have a finding '${typed}'.`,
    `Say which is meant, with --model:\n${listOf(found.map(({ audit }) => `${titleOf(audit)} in ${audit.model.at?.file ?? 'a file'}`))}`,
  );
}

/** A word that is meant to name a finding. Throws Misuse where it reads like none, before anything is loaded. */
export function checkFinding(typed: string, command: string): void {
  if (isFinding(typed)) return;
  const files = /\.(?:[cm]?[jt]s|json)$/.test(typed) ? typed : '[FILES]';
  throw new Misuse(
    `'${typed}' is no finding.`,
    `Write: stanchion ${command} FINDING ${files}, with a mark or handle that 'stanchion audit' tells.`,
  );
}

function hint(typed: string, audits: readonly Audit[]): string {
  const marks = [...new Set(audits.flatMap((audit) => [...findingMarks(audit).values()]))];
  if (marks.length === 0) return 'Nothing was found.';
  const handles = audits.flatMap(({ findings }) => findings.map(({ handle }) => handle));
  const near = nearestName(typed, handles);
  return near === undefined ? `The marks are ${few(marks, 12)}.` : `Did you mean '${near}'?`;
}
