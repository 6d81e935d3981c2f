import type { Finding } from '../../audit/finding.js';
import type { Statement } from '../change/story.js';
import type { RefusedModel, ToldGate } from '../gate/told-gate.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { bounded, lines, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostRefused = 20;

/** What the gate says, before all that the change does. `where`: where the rest is told of what are too many. */
export function gateBlock(gate: ToldGate, where: string, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const [sign, brush] = gate.passes ? (['✓ ', paint.good] as const) : (['✗ ', paint.bad] as const);
  return [
    ...hanging(sign, gate.sentence, width, brush, paint.strong),
    ...section('REFUSED', '', refusedLines(gate.refused, where, style), style),
    ...section('NOTES', '', lines([...gate.hints, ...gate.notes], style), style),
    '',
  ];
}

function refusedLines(refused: readonly RefusedModel[], where: string, { paint, width }: TerminalStyle): string[] {
  const rows = refused.flatMap(({ label, statements }) => statements.map((statement) => ({ label, statement })));
  const column = Math.max(0, ...rows.map(({ statement: { tag } }) => tag.length)) + 2;
  const say = ({ label, statement }: (typeof rows)[number]) => {
    const text = `${label === undefined ? '' : `${label}: `}${statement.text}${ruleWords(statement)}`;
    return hanging(statement.tag.padEnd(column), text, width - 2, paint.bad, plain);
  };
  return bounded(rows, mostRefused, say, where);
}

function ruleWords({ finding }: Statement): string {
  return finding ? ` (${aboutOf(finding)})` : '';
}

/** `high, network/internet-unguarded`. */
function aboutOf({ severity, rule }: Finding): string {
  return `${severity}, ${rule}`;
}
