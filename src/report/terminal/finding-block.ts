import type { Finding } from '../../audit/finding.js';
import { cellsOf } from './cells.js';
import { codeFrame } from './code-frame.js';
import { hanging, indented, oneLine } from './layout.js';
import type { Paint } from './paint.js';
import type { TerminalStyle } from './style.js';

/** One finding: its mark and message, rule and place, the author's line, what it means and what to do. */
export function findingBlock(finding: Finding, mark: string, { width, paint, sourceLines }: TerminalStyle): string[] {
  const label = `${mark}  `;
  const inner = width - label.length;
  const head = hanging(label, finding.message, width, paint.severity[finding.severity], paint.strong);
  const body = [
    ...findingNames(finding, inner, paint),
    '',
    ...(finding.at
      ? spaced(codeFrame({ lines: sourceLines(finding.at.file), at: finding.at, width: inner, paint }))
      : []),
    ...hanging('Impact  ', finding.impact, inner, paint.muted),
    ...hanging('Remedy  ', finding.remedy, inner, paint.muted),
  ];
  return [...head, ...indented(body, label.length)];
}

/** Its rule and handle, and at the other end of the line where it stands; below each other where there is no room. */
export function findingNames({ rule, handle, at }: Finding, width: number, paint: Paint): string[] {
  const both = `${rule}  ${handle}`;
  const place = at ? oneLine(`${at.file}:${at.line}:${at.column}`) : '';
  const gap = width - cellsOf(both) - cellsOf(place);
  if (place !== '' && gap >= 2) return [`${paint.muted(both)}${' '.repeat(gap)}${paint.place(place)}`];
  const parts = cellsOf(both) <= width ? [both] : [rule, handle];
  return [...parts.map((part) => paint.muted(part)), ...(place === '' ? [] : [paint.place(place)])];
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
    ...indented(findingNames({ ...finding, at: undefined }, inner, paint), label.length),
  ];
}

function spaced(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}
