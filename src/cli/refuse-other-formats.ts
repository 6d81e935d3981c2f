import { frameworkReporters } from '../report/reporters.js';
import type { AuditOutput } from './audit-outcome.js';
import { Misuse } from './misuse.js';

/** Not every format has a place for controls. */
export function refuseOtherFormats(outputs: readonly AuditOutput[]): void {
  const other = outputs.find(({ format }) => !Object.hasOwn(frameworkReporters, format));
  if (!other) return;
  throw new Misuse(
    `The controls of a framework are not told as ${other.format}.`,
    `Formats that tell them: ${Object.keys(frameworkReporters).join(', ')}.`,
  );
}
