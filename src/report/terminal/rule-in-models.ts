import type { Finding } from '../../audit/finding.js';
import type { InForce } from '../../audit/in-force.js';
import type { RuleInModel } from '../explanation/rule-in-model.js';
import { findingMarks } from '../finding-marks.js';
import { counted } from '../words.js';
import { calmed, hanging } from './layout.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import { labelled, lines, section } from './section.js';
import type { TerminalOptions, TerminalStyle } from './style.js';

/** What holds for a rule here, and how it fared in each of some models. */
export async function ruleInModels(
  force: InForce,
  models: readonly RuleInModel[],
  options: TerminalOptions,
): Promise<string> {
  const style = await mixStyle(options);
  const blocks = [section('IN FORCE HERE', '', labelled(forceRows(force), style), style)];
  for (const model of models) blocks.push(['', ...modelBlock(model, style)]);
  return calmed(blocks.flat())
    .map((line) => `${line}\n`)
    .join('');
}

function forceRows({ severity, options, scopes }: InForce): (readonly [string, string])[] {
  const changed = scopes.map((scope, index): readonly [string, string] => [
    index === 0 ? 'in a scope' : '',
    [...(scope.severity ? [scope.severity] : []), ...optionWords(scope.options)].join(', '),
  ]);
  const own = optionWords(options).join(', ');
  return [['severity', severity], ...(own === '' ? [] : [['options', own] as const]), ...changed];
}

function optionWords(options: InForce['options'] = {}): readonly string[] {
  return Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
}

function modelBlock(fared: RuleInModel, style: TerminalStyle): string[] {
  const { audit, missing } = fared;
  const marks = findingMarks(audit);
  const list = (title: string, findings: readonly Finding[]): string[] => {
    const rows = findings.flatMap((finding) =>
      hanging(`${marks.get(finding) ?? ''}  ${finding.handle}  `, finding.message, style.width - 2, style.paint.muted),
    );
    return section(title, '', rows, style);
  };
  return [
    ...modelTitle(audit.model, style),
    ...hanging('', outcomeWords(fared), style.width, style.paint.strong),
    ...list('FINDINGS', fared.findings),
    ...list('ACCEPTED', fared.accepted),
    ...list('IN THE BASELINE', fared.baselined),
    ...section(
      'WHAT IT WAITS FOR',
      '',
      lines(
        missing.map(({ fact, wanted }) => `${fact}: ${wanted}`),
        style,
      ),
      style,
    ),
  ];
}

function outcomeWords({ outcome }: RuleInModel): string {
  if (!outcome) return 'It is not asked here.';
  const counts = [
    [outcome.findings, counted(outcome.findings, 'finding')],
    [outcome.accepted, `${outcome.accepted} accepted`],
    [outcome.baselined ?? 0, `${outcome.baselined} in the baseline`],
    [outcome.switchedOff ?? 0, `${outcome.switchedOff} switched off`],
    [outcome.passes, `${outcome.passes} passed`],
    [outcome.unknown, `${outcome.unknown} cannot be told`],
  ] as const;
  const told = counts.flatMap(([count, words]) => (count > 0 ? words : []));
  return `Outcome: ${outcome.outcome}${told.length === 0 ? '' : ` (${told.join(', ')})`}.`;
}
