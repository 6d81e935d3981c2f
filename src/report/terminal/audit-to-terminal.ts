import { type Audit, type Finding, type Severity, severities } from '../../audit/finding.js';
import { findingMarks } from '../finding-marks.js';
import { isJudged } from '../is-judged.js';
import { counted, percent } from '../words.js';
import { cellsOf, wrapCells } from './cells.js';
import { acceptedBlock, findingBlock } from './finding-block.js';
import { calmed } from './layout.js';
import { missingBlock } from './missing-block.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import type { TerminalOptions, TerminalStyle } from './style.js';

/** The audits as people read them in a terminal: model by model, worst first, a summary at the end. */
export async function auditToTerminal(audits: readonly Audit[], options: TerminalOptions): Promise<string> {
  const style = await mixStyle(options);
  const blocks = audits.map((audit) => modelBlock(audit, style));
  return `${[...blocks.flatMap((lines) => [...lines, '']), ...summary(audits, style)].join('\n')}\n`;
}

function modelBlock(audit: Audit, style: TerminalStyle): string[] {
  const marks = findingMarks(audit);
  return calmed([
    ...modelTitle(audit.model, style),
    ...nothingFound(audit, style),
    ...severities.flatMap((severity) => severityBlock(severity, audit.findings, marks, style)),
    ...acceptedSection(audit.accepted, marks, style),
    ...missingBlock(audit.missing, style),
    ...asideLines(audit, style),
    ...outcomeLine(audit, style),
  ]);
}

function nothingFound(audit: Audit, { paint }: TerminalStyle): string[] {
  if (audit.findings.length > 0) return [];
  return [isJudged(audit) ? paint.good('Nothing found.') : 'There is nothing to judge.'];
}

function severityBlock(
  severity: Severity,
  findings: readonly Finding[],
  marks: ReadonlyMap<Finding, string>,
  style: TerminalStyle,
): string[] {
  const alike = findings.filter((finding) => finding.severity === severity);
  if (alike.length === 0) return [];
  const blocks = alike.map((finding) => [...findingBlock(finding, marks.get(finding) ?? '', style), '']);
  return [
    '',
    `${style.paint.severity[severity](severity.toUpperCase())}  ${counted(alike.length, 'finding')}`,
    '',
    ...blocks.flat(),
  ];
}

function acceptedSection(
  accepted: readonly Finding[],
  marks: ReadonlyMap<Finding, string>,
  style: TerminalStyle,
): string[] {
  if (accepted.length === 0) return [];
  const blocks = accepted.map((finding) => [...acceptedBlock(finding, marks.get(finding) ?? '', style), '']);
  return ['', `${style.paint.strong('ACCEPTED')}  ${counted(accepted.length, 'finding')}`, '', ...blocks.flat()];
}

/** What is found and not told, so that silence does not look like health. */
function asideLines({ baselined = [], outcomes }: Audit, { paint, width }: TerminalStyle): string[] {
  const switchedOff = outcomes.reduce((sum, outcome) => sum + (outcome.switchedOff ?? 0), 0);
  const lines = [
    ...(baselined.length > 0 ? [`${counted(baselined.length, 'finding is', 'findings are')} in the baseline.`] : []),
    ...(switchedOff > 0
      ? [`${counted(switchedOff, 'finding is', 'findings are')} switched off by the configuration.`]
      : []),
  ];
  return lines.length === 0
    ? []
    : ['', ...lines.flatMap((line) => wrapCells(line, width)).map((part) => paint.muted(part))];
}

function outcomeLine(audit: Audit, { paint, width }: TerminalStyle): string[] {
  const { outcomes, completeness } = audit;
  const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
  const parts = [
    `${count('finding')} found something`,
    `${count('pass')} passed`,
    `${count('cannot tell')} cannot tell`,
    `${count('not applicable')} not applicable`,
  ];
  const share = isJudged(audit) ? ` The model answers ${percent(completeness)} of what they ask.` : '';
  const line = `${counted(outcomes.length, 'rule')}: ${parts.join(', ')}.${share}`;
  return ['', ...wrapCells(line, width).map((part) => paint.muted(part))];
}

function summary(audits: readonly Audit[], { paint, width }: TerminalStyle): string[] {
  const findings = audits.flatMap((audit) => audit.findings);
  const accepted = audits.reduce((sum, audit) => sum + audit.accepted.length, 0);
  const models = counted(audits.length, 'model');
  const baselined = audits.reduce((sum, audit) => sum + (audit.baselined?.length ?? 0), 0);
  const aside = `${accepted === 0 ? '' : `; ${accepted} accepted`}${baselined === 0 ? '' : `; ${baselined} in the baseline`}`;
  if (audits.length > 0 && !audits.some(isJudged)) return [`There is nothing to judge in ${models}.`];
  if (findings.length === 0) return [paint.good(`✓ Nothing found in ${models}${aside}.`)];
  const counts = severities
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  const plain = counts.map(([severity, count]) => `${count} ${severity}`).join(', ');
  const painted = counts.map(([severity, count]) => paint.severity[severity](`${count} ${severity}`)).join(', ');
  const head = `${counted(findings.length, 'finding')} in ${models}:`;
  const isShort = cellsOf(`✗ ${head} ${plain}${aside}.`) <= width;
  return [`${paint.bad('✗')} ${head}${isShort ? ' ' : '\n  '}${painted}${aside}.`];
}
