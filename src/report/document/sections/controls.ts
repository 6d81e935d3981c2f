import type { Finding } from '../../../audit/finding.js';
import type { Control } from '../../../audit/frameworks/framework-view.js';
import { findingMarks } from '../../finding-marks.js';
import { controlCaution, controlCounts, outcomeWords, ruleWords } from '../../framework-words.js';
import { code, heading, link, paragraph, separated, strong, table } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

/** The audit by the controls of a framework, where the report is asked for one. */
export function controls({ audit, framework }: Telling): readonly ReportNode[] {
  if (!framework) return [];
  const marks = findingMarks(audit);
  const { unmapped } = framework;
  return [
    heading(2, `Controls of ${framework.title}`, 'controls'),
    paragraph(`${controlCounts(framework)} ${controlCaution}`),
    ...(framework.controls.length > 0 ? [controlTable(framework.controls, marks)] : []),
    ...(unmapped.length > 0
      ? [
          paragraph(
            'Rules that belong to none of them: ',
            ...separated(
              unmapped.map((rule) => [code(rule)]),
              ', ',
            ),
            '.',
          ),
        ]
      : []),
  ];
}

function controlTable(all: readonly Control[], marks: ReadonlyMap<Finding, string>): ReportNode {
  return table(
    ['control', 'what it is', 'outcome', 'findings', 'other rules'],
    all.map((control) => [
      [strong(control.id)],
      control.title ?? '',
      outcomeWords[control.outcome],
      findingsOf(control, marks),
      ruleWords(control),
    ]),
  );
}

/** Accepted ones stand in a table of their own, without headings to lead to. */
function findingsOf({ findings, accepted }: Control, marks: ReadonlyMap<Finding, string>): Cell {
  const markOf = (finding: Finding) => marks.get(finding) ?? '';
  const found = findings.map((finding) => [link(`#finding ${markOf(finding)}`, markOf(finding))]);
  return separated([...found, ...accepted.map((finding) => [`${markOf(finding)} (accepted)`])], ', ');
}
