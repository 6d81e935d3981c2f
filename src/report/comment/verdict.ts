import { type Audit, severities } from '../../audit/finding.js';
import { isJudged } from '../is-judged.js';
import type { ReportOptions } from '../report-options.js';
import { counted, joined, percent } from '../words.js';

/** The answer, and the counts it stands on. */
export function verdict(audits: readonly Audit[], { failOn, problems }: ReportOptions): string {
  const findings = audits.flatMap((audit) => audit.findings);
  const failing = findings.filter(({ severity }) => failsAt(failOn).includes(severity)).length;
  return [`### ${judgement(failing)}`, '', countLine(audits), ...reservations(audits)].join('\n');

  function judgement(count: number): string {
    if (problems.length > 0) return `⚠️ Stanchion: not everything could be audited`;
    if (count > 0) return `❌ Stanchion: ${counted(count, 'finding')} at or above ${failOn}`;
    if (!audits.some(isJudged)) return '⚪ Stanchion: there is nothing to judge';
    if (findings.length === 0)
      return `✅ Stanchion: nothing found in what the ${audits.length === 1 ? 'model says' : 'models say'}`;
    return failOn === 'never'
      ? `⚪ Stanchion: ${counted(findings.length, 'finding')}`
      : `✅ Stanchion: nothing at or above ${failOn}`;
  }
}

function failsAt(failOn: ReportOptions['failOn']): readonly string[] {
  return failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
}

function countLine(audits: readonly Audit[]): string {
  const findings = audits.flatMap((audit) => audit.findings);
  const worst = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const sum = (count: (audit: Audit) => number) => audits.reduce((total, audit) => total + count(audit), 0);
  const [accepted, known] = [sum((audit) => audit.accepted.length), sum((audit) => audit.baselined?.length ?? 0)];
  const aside = [...(accepted > 0 ? [`${accepted} accepted`] : []), ...(known > 0 ? [`${known} in the baseline`] : [])];
  const head = `${counted(findings.length, 'finding')} in ${counted(audits.length, 'model')}`;
  return `${head}${worst.length === 0 ? '' : `: ${joined(worst)}`}${aside.length === 0 ? '' : `; ${joined(aside)}`}.`;
}

/** What the verdict does not rest on. */
function reservations(audits: readonly Audit[]): readonly string[] {
  const judged = audits.filter(isJudged);
  const waiting = new Set(
    judged.flatMap(({ outcomes }) =>
      outcomes.filter(({ outcome }) => outcome === 'cannot tell').map(({ rule }) => rule),
    ),
  );
  const least = Math.min(1, ...judged.map(({ completeness }) => completeness));
  if (least === 1) return [];
  const share = judged.length === 1 ? 'The model answers' : 'The models answer at least';
  const rules = waiting.size === 0 ? '' : `; ${counted(waiting.size, 'rule')} cannot tell`;
  return [`${share} ${percent(least)} of what the rules ask${rules}.`];
}
