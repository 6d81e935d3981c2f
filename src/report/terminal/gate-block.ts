import type { Finding } from '../../audit/finding.js';
import type { Statement } from '../change/story.js';
import { titleOf } from '../change/told-change.js';
import type { RefusedModel, ToldGate } from '../gate/told-gate.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { bounded, lines, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostRefused = 60;

/** What the gate says, before all that the change does. */
export function gateBlock(gate: ToldGate, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const [sign, brush] = gate.passes ? (['✓ ', paint.good] as const) : (['✗ ', paint.bad] as const);
  return [
    ...hanging(sign, gate.sentence, width, brush, paint.strong),
    ...section('REFUSED', '', refusedLines(gate.refused, style), style),
    ...section('NOTES', '', lines([...gate.hints, ...gate.notes], style), style),
    '',
  ];
}

function refusedLines(refused: readonly RefusedModel[], { paint, width }: TerminalStyle): string[] {
  const rows = refused.flatMap(({ audit, statements }) => statements.map((statement) => ({ audit, statement })));
  const several = refused.length > 1;
  const column = Math.max(0, ...rows.map(({ statement: { tag } }) => tag.length)) + 2;
  return bounded(rows, mostRefused, ({ audit, statement }) => {
    const text = `${several ? `${titleOf(audit)}: ` : ''}${statement.text}${ruleWords(statement)}`;
    return hanging(statement.tag.padEnd(column), text, width - 2, paint.bad, plain);
  });
}

function ruleWords({ finding }: Statement): string {
  return finding ? ` (${aboutOf(finding)})` : '';
}

/** `high, network/internet-unguarded`. */
function aboutOf({ severity, rule }: Finding): string {
  return `${severity}, ${rule}`;
}
