import type { Finding } from '../../../audit/finding.js';
import { severityLetters } from '../../../audit/severity-letters.js';
import type { Flow } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';
import type { Telling } from '../report-document.js';
import { code, heading, type Inline, link, list, paragraph, prose, type ReportNode, strong } from '../tree.js';

const mostEvidence = 12;

/** Every finding with what shows it, what it means and what to do, the worst first. */
export function findings(telling: Telling): readonly ReportNode[] {
  const { audit } = telling;
  if (audit.findings.length === 0) return [];
  return [heading(2, 'Findings'), ...audit.findings.flatMap((finding, index) => one(finding, index + 1, telling))];
}

function one(finding: Finding, number: number, telling: Telling): readonly ReportNode[] {
  const { severity, rule, handle, at } = finding;
  const place = at === undefined ? [] : [' · ', code(`${at.file}:${at.line}:${at.column}`)];
  return [
    heading(3, `${severityLetters[severity]}${number} ${finding.message}`),
    paragraph(strong(severity), ' · ', code(rule), ' · ', code(handle), ...place),
    paragraph(strong('Impact.'), ' ', ...prose(finding.impact)),
    paragraph(strong('Remedy.'), ' ', ...prose(finding.remedy)),
    ...evidence(finding, telling),
    ...references(finding),
  ];
}

function evidence(
  { evidence: { elements, flows } }: Finding,
  { audit: { model }, nameOf }: Telling,
): readonly ReportNode[] {
  const shown = flows.map((id) => model.flowById.get(id)).filter((flow) => flow !== undefined);
  const steps = shown.map((flow) => step(flow));
  const alone = elements
    .map((id) => model.byId.get(id))
    .filter((element) => element !== undefined)
    .filter(({ id }) => !shown.some((flow) => flow.from === id || flow.to === id))
    .map((element) => [nameOf(element)]);
  const all: (readonly Inline[])[] = [...steps, ...alone];
  if (all.length === 0) return [];
  const rest = all.length - mostEvidence;
  return [
    paragraph(strong('Shown by')),
    list([...all.slice(0, mostEvidence), ...(rest > 0 ? [[`and ${rest} more`]] : [])]),
  ];

  function step(flow: Flow): readonly Inline[] {
    const [from, to] = [model.byId.get(flow.from), model.byId.get(flow.to)];
    return [`${from ? nameOf(from) : flow.from} ${verbs[flow.verb].phrase} ${to ? nameOf(to) : flow.to}`];
  }
}

function references({ references: all }: Finding): readonly ReportNode[] {
  if (all.length === 0) return [];
  const named = all.flatMap(({ id, framework, url }, index) => [
    index === 0 ? '' : ' · ',
    link(id, url),
    framework === 'other' ? '' : ` (${framework})`,
  ]);
  return [paragraph(strong('References.'), ' ', ...named)];
}
