import type { Audit, Finding, Severity } from '../../audit/finding.js';
import type { Problem } from '../../graph/problem.js';
import { findingMarks } from '../finding-marks.js';
import type { ToldGate } from '../gate/told-gate.js';
import { plainLine } from '../markdown/escape-markdown.js';
import { modelLabel } from '../model-label.js';
import { placeOf } from '../place-of.js';
import { rankMissing } from '../rank-missing.js';
import type { ReportOptions } from '../report-options.js';
import { counted } from '../words.js';
import { escapeData, escapeProperty } from './escape-command.js';

type Level = 'error' | 'warning' | 'notice';

const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
};

const mostFacts = 5;

/**
 * The audits as annotations of GitHub Actions, one command a line. GitHub shows ten of each level for a step: the worst come
 * first. What is accepted or in the baseline is not annotated.
 */
export function auditToGithub(audits: readonly Audit[], options: ReportOptions): string {
  const lines = [
    ...options.problems.map(problemLine),
    ...(options.gate ? gateLines(options.gate) : []),
    ...audits.flatMap((audit) => findingLines(audit, options)),
    ...(options.gate ? [] : audits.flatMap((audit) => untoldLine(audit, options))),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function findingLines(audit: Audit, options: ReportOptions): readonly string[] {
  const marks = findingMarks(audit);
  return audit.findings.map((finding) => {
    const title = `${marks.get(finding) ?? ''} ${finding.rule}`;
    return command(levels[finding.severity], { ...placeOf(finding, audit, options), title }, textOf(finding));
  });
}

function textOf({ message, impact, remedy, handle }: Finding): readonly string[] {
  return [message, `Impact: ${impact}`, `Remedy: ${remedy}`, `To know more: stanchion explain ${handle}`];
}

function problemLine({ file, line, column, message, hint }: Problem): string {
  return command(
    'error',
    { file, line, column, title: 'Not audited' },
    hint === undefined ? [message] : [message, hint],
  );
}

/** The verdict, and what is refused that no finding tells. Findings follow with their places. */
function gateLines({ passes, sentence, refused }: ToldGate): readonly string[] {
  const others = refused.flatMap(({ audit, statements }) =>
    statements
      .filter(({ finding, tag }) => !finding || tag === 'cannot tell')
      .map(({ text }) => command('error', { title: `Refused in ${modelLabel(audit.model)}` }, [text])),
  );
  return [command(passes ? 'notice' : 'error', { title: 'Architecture gate' }, [sentence]), ...others];
}

/** One notice a model: what it does not say is no fault, and is not to look like health either. */
function untoldLine(audit: Audit, options: ReportOptions): readonly string[] {
  const rules = audit.outcomes.filter(({ outcome }) => outcome === 'cannot tell').length;
  if (audit.missing.length === 0) return [];
  const ranked = rankMissing(audit.missing);
  const rest = ranked.length - mostFacts;
  const lines = [
    `${counted(rules, 'rule')} cannot tell, as the model does not say:`,
    ...ranked.slice(0, mostFacts).map(({ wanted }) => `- ${wanted}`),
    ...(rest > 0 ? [`- and ${counted(rest, 'fact')} more`] : []),
  ];
  const title = `Not told by ${modelLabel(audit.model)}`;
  return [command('notice', { ...placeOf({}, audit, options), title }, lines)];
}

interface Properties {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title: string;
}

function command(level: Level, { file, line, column, title }: Properties, lines: readonly string[]): string {
  const properties = Object.entries({ file, line, col: column, title: plainLine(title).trim() })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = lines.map((part) => plainLine(part).trim()).join('\n');
  return `::${level} ${properties.join(',')}::${escapeData(text)}`;
}
