import type { Audit, Finding } from '../../audit/finding.js';
import type { FrameworkName } from '../../audit/frameworks/framework-names.js';
import type { Control, FrameworkView } from '../../audit/frameworks/framework-view.js';
import { frameworkView } from '../../audit/frameworks/framework-view.js';
import type { Rule } from '../../audit/rule.js';
import { findingMarks } from '../finding-marks.js';
import { controlCaution, controlCounts, ruleWords } from '../framework-words.js';
import { joined } from '../words.js';
import { wrapCells } from './cells.js';
import { calmed, hanging, indented } from './layout.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import { plain } from './paint.js';
import { section } from './section.js';
import type { TerminalOptions, TerminalStyle } from './style.js';

/** Audits by the controls of a framework, as people read them in a terminal: model by model, in the framework's order. */
export async function frameworkToTerminal(
  audits: readonly Audit[],
  rules: readonly Rule[],
  name: FrameworkName,
  options: TerminalOptions,
): Promise<string> {
  const style = await mixStyle(options);
  const blocks = audits.map((audit) => modelBlock(audit, frameworkView(audit, rules, name), style));
  const caution = wrapCells(controlCaution, style.width).map((line) => style.paint.muted(line));
  return `${[...blocks.flatMap((block) => [...block, '']), ...caution].join('\n')}\n`;
}

function modelBlock(audit: Audit, view: FrameworkView, style: TerminalStyle): string[] {
  const marks = findingMarks(audit);
  const inner = { ...style, width: style.width - 2 };
  const controls = view.controls.flatMap((control) => [...controlBlock(control, marks, inner), '']);
  const unmapped = view.unmapped.length > 0 ? hanging('', joined(view.unmapped), inner.width, plain) : [];
  return calmed([
    ...modelTitle(audit.model, style),
    ...section(view.title, controlCounts(view), controls, style),
    ...section('NO CONTROL', 'rules that belong to none of them', unmapped, style),
  ]);
}

const signs = { finding: '✗', accepted: '~', 'cannot tell': '?', pass: '✓', 'not applicable': '-' } as const;

function controlBlock(control: Control, marks: ReadonlyMap<Finding, string>, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const { id, title, outcome, findings, accepted } = control;
  const brush = outcome === 'finding' ? paint.bad : outcome === 'pass' ? paint.good : paint.muted;
  const rest = ruleWords(control);
  const room = width - 2;
  const body = [
    ...findings.flatMap((one) => hanging(`${marks.get(one) ?? ''}  `, one.message, room, paint.severity[one.severity])),
    ...accepted.flatMap((one) => hanging(`${marks.get(one) ?? ''}  accepted: `, one.message, room, paint.muted)),
    ...(rest === '' ? [] : hanging('', rest, room, plain, paint.muted)),
  ];
  return [
    ...hanging(`${signs[outcome]} `, `${id} ${title ?? ''}`.trimEnd(), width, brush, paint.strong),
    ...indented(body, 2),
  ];
}
