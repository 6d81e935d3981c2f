import { type BaselineEntry, baselineText, type Judged, renewed, staleEntries } from '../audit/baseline.js';
import { counted } from '../report/words.js';
import type { AuditedModels } from './audit-models.js';
import type { AuditOutcome } from './audit-outcome.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import { writeWhole } from './output-folder.js';
import { isCi } from './surroundings.js';

/** Writes down all that is found, so that it is not told again. */
export function writeBaseline(request: Request, audited: AuditedModels): AuditOutcome {
  const { baseline } = audited;
  if (audited.hasProblems) throw notWritten(baseline.name);
  if (isCi(request.surroundings) && !request.has('force')) {
    throw new Misuse(
      'A baseline is not written where CI is set: what is new would be hidden by the very run that should tell it.',
      'Write it on your own machine and commit it; --force writes it all the same.',
    );
  }
  const entries = renewed(baseline.entries, judged(audited));
  writeWhole(baseline.path, baselineText(entries));
  return told(`${counted(entries.length, 'finding')} in ${baseline.name}.\n`);
}

/** Takes out of a baseline what matches nothing any more; nothing is added. */
export function pruneBaseline(audited: AuditedModels): AuditOutcome {
  const { baseline } = audited;
  if (audited.hasProblems) throw notWritten(baseline.name);
  const stale = new Set(staleOf(audited));
  const rest = baseline.entries.filter((entry) => !stale.has(entry));
  if (stale.size > 0) writeWhole(baseline.path, baselineText(rest));
  return told(`${counted(stale.size, 'entry', 'entries')} taken out of ${baseline.name}, ${rest.length} left.\n`);
}

const mostListed = 10;

/** A line for each entry that matches nothing any more. */
export function staleWarnings(audited: AuditedModels): string {
  const stale = audited.hasProblems ? [] : staleOf(audited);
  if (stale.length === 0) return '';
  const lines = stale.slice(0, mostListed).map((entry) => `  ${titleOf(entry)}: ${entry.rule}: ${entry.message}`);
  const rest = stale.length - lines.length;
  return [
    `warning: ${counted(stale.length, 'entry', 'entries')} of ${audited.baseline.name} ${stale.length === 1 ? 'matches' : 'match'} nothing any more:`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    '  --prune-baseline takes them out.\n',
  ].join('\n');
}

function staleOf(audited: AuditedModels): readonly BaselineEntry[] {
  return staleEntries(audited.baseline.entries, judged(audited));
}

/** Where no models were named, those that were read are all there are. */
function judged({ audits, project, isWhole }: AuditedModels): Judged {
  return { audits, rules: project.rules.map(({ id }) => id), isWhole };
}

function titleOf({ model, environment }: BaselineEntry): string {
  return environment === undefined ? model : `${model} ${environment}`;
}

function notWritten(name: string): Misuse {
  return new Misuse(`${name} is not written, since not everything could be audited.`);
}

function told(text: string): AuditOutcome {
  return { exitCode: 0, texts: [{ text }] };
}
