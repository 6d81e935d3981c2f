import type { FindingEdit } from '../audit/edit.js';
import type { Finding } from '../audit/finding.js';
import { hanging, indented } from '../report/terminal/layout.js';
import { mixStyle } from '../report/terminal/mix-style.js';
import { patchToTerminal } from '../report/terminal/patch-to-terminal.js';
import type { TerminalStyle } from '../report/terminal/style.js';
import { counted, firstOf, joined } from '../report/words.js';
import type { EditOutcome } from '../rewrite/rewrite.js';
import type { Request } from './command.js';
import type { EditedFinding, EditedModels } from './edit-models.js';
import { terminalOptions } from './terminal-options.js';

/** The patch, and below it what was done about each finding and what could not be. */
export async function tellEdits({ findings, files }: EditedModels, request: Request): Promise<string> {
  const options = terminalOptions(request, () => undefined);
  const style = await mixStyle(options);
  const patch = await patchToTerminal(files, options.colour);
  const told = findings.flatMap((edited) => findingLines(edited, style));
  return `${patch}${patch === '' ? '' : '\n'}${told.map((line) => `${line}\n`).join('')}`;
}

function findingLines({ finding, outcomes }: EditedFinding, style: TerminalStyle): readonly string[] {
  const { paint, width } = style;
  const lines = [...new Set(outcomes.flatMap((outcome) => outcomeLines(outcome, style)))];
  return [...hanging(`${finding.handle}  `, finding.message, width, paint.strong), ...indented(lines, 2)];
}

function outcomeLines({ planned, at, outcome, reason, touches }: EditOutcome, style: TerminalStyle): readonly string[] {
  const { paint } = style;
  const place = at ? `${at.file}:${at.line}:${at.column}` : planned.model.name;
  const width = style.width - 2;
  if (outcome === 'refused') {
    return hanging(`${place}: `, `could not be written: ${reason}. ${told(planned.edit)}`, width, paint.bad);
  }
  const written = `${outcome === 'written' ? '' : 'there already: '}${told(planned.edit)}`;
  return hanging(`${place}: `, `${written}${others(touches)}`, width, paint.place);
}

/** An edit in a loop or of a shared value reaches more than the finding speaks of. */
function others(touches: EditOutcome['touches']): string {
  if (!touches || touches.names.length < 2) return '';
  return ` It touches ${counted(touches.names.length, touches.noun)}: ${firstOf(touches.names, 6)}.`;
}

/** An edit in words. */
function told(edit: FindingEdit): string {
  if ('remove' in edit) return 'The statement is taken away.';
  if ('call' in edit) return `A statement is added: ${edit.call}(…).`;
  const set = Object.entries(edit.set).map(([option, value]) => `${option} is ${JSON.stringify(value)}`);
  const unset = (edit.unset ?? []).map((option) => `${option} is taken away`);
  const { listener } = edit;
  const where = listener === undefined ? '' : `On its listener${listener === '' ? '' : ` '${listener}'`}: `;
  return `${where}${joined([...set, ...unset])}.`;
}

/** A heading and, below it, findings by handle. */
export async function tellFindings(
  heading: string,
  findings: readonly Finding[],
  isBad: boolean,
  request: Request,
): Promise<string> {
  const { paint, width } = await mixStyle(terminalOptions(request, () => undefined));
  const lines = findings.flatMap(({ severity, rule, message }) =>
    hanging(`  ${severity} `, `${message} (${rule})`, width, paint.severity[severity]),
  );
  return [isBad ? paint.bad(heading) : paint.good(heading), ...lines].map((line) => `${line}\n`).join('');
}
