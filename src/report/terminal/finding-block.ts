import type { Finding } from '../../audit/finding.js';
import { cellsOf } from './cells.js';
import { codeFrame } from './code-frame.js';
import { ends, hanging, indented, oneLine } from './layout.js';
import type { TerminalStyle } from './style.js';

/** One finding: its mark and message, rule and place, the author's line, what it means and what to do. */
export function findingBlock(finding: Finding, mark: string, { width, paint, sourceLines }: TerminalStyle): string[] {
  const label = `${mark}  `;
  const inner = width - label.length;
  const head = hanging(label, finding.message, width, paint.severity[finding.severity], paint.strong);
  const rule = `${finding.rule}  ${finding.handle}`;
  const place = finding.at ? oneLine(`${finding.at.file}:${finding.at.line}:${finding.at.column}`) : '';
  const body = [
    ...ends(paint.muted(rule), paint.place(place), cellsOf(rule) + cellsOf(place), inner),
    '',
    ...(finding.at
      ? spaced(codeFrame({ lines: sourceLines(finding.at.file), at: finding.at, width: inner, paint }))
      : []),
    ...hanging('Impact  ', finding.impact, inner, paint.muted),
    ...hanging('Remedy  ', finding.remedy, inner, paint.muted),
  ];
  return [...head, ...indented(body, label.length)];
}

/** An accepted one: what it is, why it may stay, and until when. */
export function acceptedBlock(finding: Finding, mark: string, { width, paint }: TerminalStyle): string[] {
  const label = `${mark}  `;
  const inner = width - label.length;
  const { because = '', until, by } = finding.accepted ?? {};
  const terms = [until === undefined ? undefined : `until ${until}`, by === undefined ? undefined : `by ${by}`];
  const told = terms.filter((term) => term !== undefined).join(', ');
  return [
    ...hanging(label, finding.message, width, paint.severity[finding.severity]),
    ...indented(
      hanging('Accepted  ', told === '' ? because : `${because} (${told})`, inner, paint.muted),
      label.length,
    ),
    ...indented([paint.muted(`${finding.rule}  ${finding.handle}`)], label.length),
  ];
}

function spaced(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}
