import type { Audit } from '../audit/finding.js';
import type { SourcePosition } from '../graph/architecture.js';
import type { ReportOptions } from './report-options.js';

/** Where a finding or an element is shown: where it was written, else where its model was, else at the top of the model's file. */
export function placeOf(
  { at }: { readonly at?: SourcePosition },
  audit: Audit,
  { fileOf }: Pick<ReportOptions, 'fileOf'>,
): SourcePosition | undefined {
  const known = at ?? audit.model.at;
  if (known) return known;
  const file = fileOf(audit);
  return file === undefined ? undefined : { file, line: 1, column: 1 };
}
