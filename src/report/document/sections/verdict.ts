import { severities } from '../../../audit/finding.js';
import type { Telling } from '../report-document.js';
import { heading, paragraph, type ReportNode, strong, table } from '../tree.js';
import { counted, joined, percent } from '../words.js';

/** Title, summary and the answer to "is it all right?". */
export function verdict({ audit }: Telling): readonly ReportNode[] {
  const { model, today, completeness, missing, accepted } = audit;
  const { environment, owner, summary, description } = model.facts;
  const about = [environment, owner === undefined ? undefined : `owner: ${owner}`, `audited for ${today}`];
  return [
    heading(1, model.name),
    ...(summary === undefined ? [] : [paragraph(summary)]),
    ...(description === undefined ? [] : [paragraph(description)]),
    paragraph(strong(sentence(audit.findings.map(({ severity }) => severity)))),
    table(
      [...severities, 'accepted', 'not told', 'answered'].map((word) => word),
      [
        [
          ...severities.map((severity) => [String(audit.findings.filter((one) => one.severity === severity).length)]),
          [String(accepted.length)],
          [counted(missing.length, 'fact')],
          [percent(completeness)],
        ],
      ],
    ),
    paragraph(about.filter((part) => part !== undefined).join(' · ')),
  ];
}

function sentence(found: readonly string[]): string {
  if (found.length === 0) return 'The audit found nothing to object to.';
  const parts = severities
    .map((severity) => [found.filter((one) => one === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}`);
  return `The audit found ${counted(found.length, 'fault')}: ${joined(parts)}.`;
}
