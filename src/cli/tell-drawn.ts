import { relative, resolve, sep } from 'node:path';
import type { AuditOutput } from './audit-outcome.js';
import type { Request } from './command.js';
import type { DrawnChange } from './draw-changes.js';

/** Where pictures of changes were written: below the text for people, or on standard error. */
export function tellDrawn(
  { surroundings: { stdout, stderr } }: Request,
  outputs: readonly AuditOutput[],
  drawn: readonly DrawnChange[],
): void {
  const isForPeople = outputs.some(({ format, file }) => format === 'terminal' && file === undefined);
  for (const { file } of drawn) {
    if (isForPeople) stdout.write(`\nDrawn: ${file}\n`);
    else stderr.write(`${file}\n`);
  }
}

/** As a link of a text that lies in `place`. */
export function fromPlace(place: string, cwd: string, file: string | undefined): string | undefined {
  return file === undefined ? undefined : relative(place, resolve(cwd, file)).split(sep).join('/');
}
