import { resolve } from 'node:path';
import type { AuditOutcome } from './audit-outcome.js';
import type { Request } from './command.js';
import { writeWhole } from './output-folder.js';

/** Prints and writes the texts of an audit. */
export function deliver({ texts }: AuditOutcome, { surroundings: { cwd, stdout, stderr } }: Request): void {
  for (const { file, text, isWarning } of texts) {
    if (isWarning) stderr.write(text);
    else if (file === undefined) stdout.write(text);
    else writeWhole(resolve(cwd, file), text);
  }
}
