import type { Finding } from '../../audit/finding.js';
import { isComplete } from '../../audit/questions/is-complete.js';
import type { Element, ElementId } from '../../graph/architecture.js';
import { findingMarks } from '../finding-marks.js';
import type { FailureGround } from './failure-ground.js';
import { spareFor } from './first-aid.js';
import { few } from './journey-label.js';
import type { Noticing } from './who-notices.js';

/** What keeps it from happening again. */
export interface Remedy {
  readonly text: string;
  /** The finding that asks for it. */
  readonly finding?: Finding;
  readonly mark?: string;
}

/** Rules whose findings say how a failure comes to be one, or why nobody hears of it. */
const concerned = /^(availability|data|operations|deployment|capacity)\/|^transport\/cert-expiry$/;

/** The remedies for what fails, and for what in it is the single point: the database on the server that was named. */
export function remediesForFailed(failed: readonly Element[], ground: FailureGround): readonly Remedy[] {
  const roots = failed.flatMap((element) => ground.before.singlePointOf(element)?.root ?? []);
  return remediesFor([...new Set([...failed, ...roots])], ground);
}

/**
 * The remedies of findings on these elements, worst first; where none is about how a single point fails, what would take it
 * away.
 */
export function remediesFor(elements: readonly Element[], ground: FailureGround): readonly Remedy[] {
  const marks = findingMarks(ground.audit);
  const ids = new Set(elements.map(({ id }) => id));
  const texts = new Map<string, Remedy>();
  for (const finding of ground.audit.findings) {
    if (!concerned.test(finding.rule) || !isAbout(finding, ids) || texts.has(finding.remedy)) continue;
    texts.set(finding.remedy, { text: finding.remedy, finding, mark: marks.get(finding) ?? '' });
  }
  return [...texts.values(), ...sparesFor(elements, [...texts.values()], ground)];
}

/** Of what fails and is known to be watched by nothing, where no finding says so already. */
export function watchRemedies({ unwatched }: Noticing, ground: FailureGround): readonly Remedy[] {
  if (!isComplete(ground.model, 'monitoring')) return [];
  const own = unwatched.filter(({ kind }) => !['user', 'certificate'].includes(kind));
  const told = ground.audit.findings.filter(({ rule }) => rule.startsWith('operations/'));
  const silent = own.filter(({ id }) => !told.some((finding) => isAbout(finding, new Set([id]))));
  return silent.length === 0
    ? []
    : [{ text: `Have something watch ${few(silent.map(ground.label), 8)} and alert somebody.` }];
}

function isAbout({ element, subjects = [] }: Finding, ids: ReadonlySet<ElementId>): boolean {
  return (element !== undefined && ids.has(element)) || subjects.some((id) => ids.has(id));
}

/** Whatever breaks something alone, and no rule says so. */
function sparesFor(elements: readonly Element[], told: readonly Remedy[], ground: FailureGround): readonly Remedy[] {
  const answered = told.filter(({ finding }) => finding && /^(availability|data)\//.test(finding.rule));
  const unanswered = elements.filter(
    (element) => !answered.some(({ finding }) => finding && isAbout(finding, new Set([element.id]))),
  );
  const certificates = unanswered.filter(({ kind }) => kind === 'certificate');
  const alone = unanswered.filter(
    (element) => element.kind !== 'certificate' && ground.before.singlePointOf(element)?.root === element,
  );
  const spares = [...renewal(certificates, ground), ...alone.flatMap((element) => spareFor(element, ground) ?? [])];
  return [...new Set(spares)].map((text) => ({ text }));
}

/** Whether or not another could stand in for it: what runs out is renewed in time. */
function renewal(certificates: readonly Element[], { label }: FailureGround): readonly string[] {
  if (certificates.length === 0) return [];
  const [they, days] = certificates.length === 1 ? ['it runs', 'the day'] : ['they run', 'the days'];
  return [`Renew ${few(certificates.map(label), 8)} well before ${they} out, and have something watch ${days}.`];
}
