import type { Finding, Reference } from '../../../audit/finding.js';
import { findingMarks } from '../../finding-marks.js';
import { capitalised } from '../../words.js';
import { evidencePaths } from '../evidence-paths.js';
import { bullets, code, heading, link, paragraph, separated, strong, table, withCode } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

const fewest = 3;

/** Every finding with what shows it, what it means and what to do, the worst first. */
export function findings(telling: Telling): readonly ReportNode[] {
  const { audit } = telling;
  const title = heading(2, 'Findings', 'findings');
  if (audit.findings.length === 0) {
    return [title, paragraph(audit.accepted.length === 0 ? 'None.' : 'None beside the accepted ones below.')];
  }
  const marks = findingMarks(audit);
  const marked = audit.findings.map((finding) => [finding, marks.get(finding) ?? ''] as const);
  return [
    title,
    ...(marked.length > fewest ? [glance(marked)] : []),
    ...marked.flatMap(([finding, mark]) => told(finding, mark, telling)),
  ];
}

function glance(marked: readonly (readonly [Finding, string])[]): ReportNode {
  return table(
    ['no.', 'severity', 'finding', 'rule'],
    marked.map(([{ severity, message, rule }, mark]) => [
      [link(`#${headingOf(mark)}`, mark)],
      severity,
      message,
      [code(rule)],
    ]),
  );
}

function told(finding: Finding, mark: string, telling: Telling): readonly ReportNode[] {
  return [
    heading(3, [strong(mark), ` ${finding.message.replace(/\.$/, '')}`], headingOf(mark)),
    paragraph(...facts(finding)),
    paragraph(strong('Impact.'), ' ', ...withCode(finding.impact)),
    paragraph(strong('Remedy.'), ' ', ...withCode(finding.remedy)),
    ...evidence(finding, telling),
    ...references(finding.references),
  ];
}

function facts({ severity, rule, handle, at }: Finding): Cell {
  const place = at && [code(`${at.file}:${at.line}:${at.column}`)];
  const parts: readonly (Cell | undefined)[] = [[capitalised(severity)], place, [code(rule)], [code(handle)]];
  return separated(
    parts.filter((part) => part !== undefined),
    ' · ',
  );
}

function evidence(finding: Finding, telling: Telling): readonly ReportNode[] {
  const [first, ...others] = evidencePaths(finding.evidence, telling);
  if (first === undefined) return [];
  if (others.length === 0) return [paragraph(strong('Shown by.'), ` ${first}`)];
  return [paragraph(strong('Shown by.')), bullets([first, ...others])];
}

function references(all: readonly Reference[]): readonly ReportNode[] {
  if (all.length === 0) return [];
  const named = all.map(({ id, framework, url }): Cell => {
    if (framework === 'STRIDE') return [threatOf(id)];
    const edition = framework === 'other' ? '' : ` (${framework})`;
    return url === undefined ? [`${id}${edition}`] : [link(url, id), edition];
  });
  return [paragraph(strong('References.'), ' ', ...separated(named, ', '))];
}

const threats: Readonly<Record<string, string>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information disclosure',
  D: 'denial of service',
  E: 'elevation of privilege',
};

/** The id of the heading under which a finding stands. */
function headingOf(mark: string): string {
  return `finding ${mark}`;
}

/** `STRIDE: tampering` for `STRIDE:T`. */
function threatOf(id: string): string {
  const letter = id.slice(id.indexOf(':') + 1);
  return Object.hasOwn(threats, letter) ? `STRIDE: ${threats[letter]}` : id;
}
