import { type Audit, type Finding, severities } from '../../audit/finding.js';
import { findingMarks } from '../finding-marks.js';
import { modelLabel } from '../model-label.js';
import { rankMissing } from '../rank-missing.js';
import type { ReportOptions } from '../report-options.js';
import { waiverWords } from '../waiver-words.js';
import { counted } from '../words.js';
import { bounded, type Section } from './bounded.js';
import { codeCell, row, ruleCell, sentenceCell, tableHead, textCell } from './cells.js';
import { verdict } from './verdict.js';

/** The audits as a comment on a pull request: the verdict first, what is behind it in a table, the rest folded. */
export function auditToComment(audits: readonly Audit[], options: ReportOptions): string {
  const told = (list: (audit: Audit) => readonly Finding[]) => marked(audits, list);
  const several = audits.length > 1;
  return bounded(verdict(audits, options), [
    problemSection(options),
    findingSection(
      told(({ findings }) => findings),
      several,
      options,
    ),
    remedySection(told(({ findings }) => findings)),
    acceptedSection(
      told(({ accepted }) => accepted),
      options,
    ),
    baselineSection(
      told(({ baselined = [] }) => baselined),
      options,
    ),
    untoldSection(audits),
  ]);
}

interface Marked {
  readonly finding: Finding;
  readonly mark: string;
  readonly model: string;
}

/** Of all models, the worst first. */
function marked(audits: readonly Audit[], list: (audit: Audit) => readonly Finding[]): readonly Marked[] {
  const all = audits.flatMap((audit) => {
    const marks = findingMarks(audit);
    const model = modelLabel(audit.model);
    return list(audit).map((finding) => ({ finding, mark: marks.get(finding) ?? '', model }));
  });
  return severities.flatMap((severity) => all.filter(({ finding }) => finding.severity === severity));
}

function findingSection(all: readonly Marked[], several: boolean, { pageOf }: ReportOptions): Section {
  const names = ['', 'severity', ...(several ? ['model'] : []), 'finding', 'where', 'rule'];
  return {
    told: (count) => counted(count, 'finding'),
    open: tableHead(names),
    rows: all.map(({ finding: { severity, message, at, rule }, mark, model }) =>
      row([
        `**${mark}**`,
        severity,
        ...(several ? [textCell(model, 80)] : []),
        textCell(message),
        at ? codeCell(`${at.file}:${at.line}`) : '',
        ruleCell(rule, pageOf(rule)),
      ]),
    ),
    close: '',
  };
}

function remedySection(all: readonly Marked[]): Section {
  return folded(
    'What to do',
    ['', 'impact', 'remedy', 'more'],
    (count) => counted(count, 'remedy', 'remedies'),
    all.map(({ finding: { impact, remedy, handle }, mark }) =>
      row([`**${mark}**`, sentenceCell(impact), sentenceCell(remedy), codeCell(`stanchion explain ${handle}`)]),
    ),
  );
}

function acceptedSection(all: readonly Marked[], { pageOf }: ReportOptions): Section {
  return folded(
    `Accepted (${all.length})`,
    ['', 'finding', 'because', 'rule'],
    (count) => counted(count, 'accepted finding'),
    all.map(({ finding: { message, accepted, rule }, mark }) =>
      row([
        `**${mark}**`,
        textCell(message),
        accepted ? textCell(waiverWords(accepted)) : '',
        ruleCell(rule, pageOf(rule)),
      ]),
    ),
  );
}

function baselineSection(all: readonly Marked[], { pageOf }: ReportOptions): Section {
  return folded(
    `In the baseline (${all.length})`,
    ['', 'finding', 'rule'],
    (count) => counted(count, 'finding of the baseline', 'findings of the baseline'),
    all.map(({ finding: { message, rule }, mark }) =>
      row([`**${mark}**`, textCell(message), ruleCell(rule, pageOf(rule))]),
    ),
  );
}

function untoldSection(audits: readonly Audit[]): Section {
  const all = audits.flatMap(({ model, missing }) => rankMissing(missing).map((fact) => ({ fact, model })));
  return folded(
    `What the ${audits.length === 1 ? 'model does' : 'models do'} not say (${all.length})`,
    ['model', 'fact', 'how to say it', 'rules that wait'],
    (count) => counted(count, 'fact that a model does not say', 'facts that the models do not say'),
    all.map(({ fact: { fact, wanted, rules }, model }) =>
      row([textCell(modelLabel(model), 80), codeCell(fact), sentenceCell(wanted), String(rules.length)]),
    ),
  );
}

function problemSection({ problems }: ReportOptions): Section {
  return {
    told: (count) => counted(count, 'problem'),
    open: tableHead(['where', 'what was not audited, and why']),
    rows: problems.map(({ file, line, message, hint }) =>
      row([
        codeCell([file, line].filter((part) => part !== undefined).join(':')),
        textCell([message, hint].filter(Boolean).join(' ')),
      ]),
    ),
    close: '',
  };
}

function folded(title: string, names: readonly string[], told: Section['told'], rows: readonly string[]): Section {
  return { told, open: `<details>\n<summary>${title}</summary>\n\n${tableHead(names)}`, rows, close: '\n\n</details>' };
}
