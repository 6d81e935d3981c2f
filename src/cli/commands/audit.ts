import { resolve } from 'node:path';
import { type Audit, severities } from '../../audit/finding.js';
import { type Reporter, reporters, reportFormats } from '../../report/reporters.js';
import { type AuditedModels, auditModels, modelFlags } from '../audit-models.js';
import type { Command, ExitCode, Request } from '../command.js';
import { Misuse } from '../misuse.js';
import { writeWhole } from '../output-folder.js';
import { wordOf } from '../parse-request.js';
import { lineWidth, type Surroundings, wantsColour } from '../surroundings.js';

export const audit: Command = {
  summary: 'Find what is wrong with the models; exit 1 at or above --fail-on.',
  usage: '[FILES] [flags]',
  about: 'A model that does not load is told on standard error, and the others are audited all the same.',
  takesFiles: true,
  flags: {
    format: {
      help: 'How findings are told: on standard output, or in a file.',
      value: 'FORMAT',
      words: reportFormats,
      repeatable: true,
      toFile: true,
    },
    json: { help: 'The same as --format json.' },
    'fail-on': {
      help: 'Exit 1 where a finding is at least that bad; high where left out.',
      value: 'SEVERITY',
      words: [...severities, 'never'],
    },
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion audit', does: 'every model in the folder models' },
    { line: 'stanchion audit shop.arch.ts --fail-on medium', does: 'one model, stricter' },
    { line: 'stanchion audit --format terminal --format json=audit.json', does: 'for people and for programs at once' },
  ],

  async run(request) {
    const outputs = chooseOutputs(request);
    const audited = await auditModels(request);
    audited.progress.wipe();
    for (const output of outputs) await tell(output, audited, request.surroundings);
    if (audited.hasProblems) return 2;
    return exitCodeOf(audited.audits, request.value('fail-on') ?? 'high');
  },
};

interface Output {
  readonly format: string;
  /** Left out: standard output. */
  readonly file?: string;
}

function chooseOutputs(request: Request): Output[] {
  const asked = [...request.values('format'), ...(request.has('json') ? ['json'] : [])];
  const outputs = (asked.length > 0 ? asked : ['terminal']).map(toOutput);
  const printed = new Set(outputs.filter(({ file }) => file === undefined).map(({ format }) => format));
  if (printed.size > 1) {
    throw new Misuse(
      `${[...printed].join(' and ')} would both go to standard output.`,
      'Send one of them to a file: --format json=audit.json',
    );
  }
  return outputs.filter((output, index) => output.file !== undefined || outputs.findIndex(isSame(output)) === index);
}

function isSame(output: Output): (other: Output) => boolean {
  return (other) => other.format === output.format && other.file === output.file;
}

function toOutput(value: string): Output {
  const format = wordOf(value);
  if (format === value) return { format };
  const file = value.slice(format.length + 1);
  if (file === '') throw new Misuse(`'--format ${value}' names no file.`, `Write: --format ${format}=FILE`);
  return { format, file };
}

async function tell({ format, file }: Output, audited: AuditedModels, surroundings: Surroundings): Promise<void> {
  const { cwd, stdout, environment } = surroundings;
  const { audits, sourceLines } = audited;
  // Where nothing loaded there is nothing to tell people; a program is told so in its own format.
  if (audits.length === 0 && format === 'terminal') return;
  const colour = file === undefined && wantsColour(stdout, environment);
  const text = await reporterOf(format)(audits, { colour, width: lineWidth(stdout), sourceLines });
  if (file === undefined) stdout.write(text);
  else writeWhole(resolve(cwd, file), text);
}

function reporterOf(format: string): Reporter {
  const known: Readonly<Record<string, Reporter>> = reporters;
  const reporter = known[format];
  if (!reporter) throw new Error(`no reporter for '${format}'`);
  return reporter;
}

function exitCodeOf(audits: readonly Audit[], failOn: string): ExitCode {
  const worst: readonly string[] = severities.slice(0, (severities as readonly string[]).indexOf(failOn) + 1);
  return audits.some(({ findings }) => findings.some(({ severity }) => worst.includes(severity))) ? 1 : 0;
}
