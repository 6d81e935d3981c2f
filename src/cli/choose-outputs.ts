import type { AuditOutput } from './audit-outcome.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import { wordOf } from './parse-request.js';

/** Where the texts go that `--format` and `--json` ask for; the terminal where neither is given. Each once. */
export function chooseOutputs(request: Request): AuditOutput[] {
  const asked = [...request.values('format'), ...(request.has('json') ? ['json'] : [])];
  const outputs = (asked.length > 0 ? asked : ['terminal']).map(toOutput);
  const printed = [...new Set(outputs.flatMap(({ file, format }) => (file === undefined ? format : [])))];
  const [, other] = printed;
  if (other !== undefined) {
    throw new Misuse(
      `${printed.join(' and ')} would ${printed.length === 2 ? 'both' : 'all'} go to standard output.`,
      `Send one of them to a file: --format ${other}=FILE`,
    );
  }
  const apart = outputs.filter((output, index) => outputs.findIndex(isSame(output)) === index);
  const twice = apart.find(
    ({ file }, index) => file !== undefined && apart.findIndex((one) => one.file === file) < index,
  );
  if (twice) throw new Misuse(`Two formats would both go to '${twice.file}'.`, 'Give each a file of its own.');
  return apart;
}

function isSame(output: AuditOutput): (other: AuditOutput) => boolean {
  return (other) => other.format === output.format && other.file === output.file;
}

function toOutput(value: string): AuditOutput {
  const format = wordOf(value);
  if (format === value) return { format };
  const file = value.slice(format.length + 1);
  if (file === '') throw new Misuse(`'--format ${value}' names no file.`, `Write: --format ${format}=FILE`);
  if (file === '-')
    throw new Misuse(`'--format ${value}' names no file.`, `For standard output write: --format ${format}`);
  if (/\.[cm]?[jt]s$/.test(file)) {
    throw new Misuse(`'--format ${value}' would write over source code.`, 'Give it a file with another ending.');
  }
  return { format, file };
}
