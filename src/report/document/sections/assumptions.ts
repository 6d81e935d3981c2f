import type { Telling } from '../report-document.js';
import { heading, list, type ReportNode } from '../tree.js';

/** What was taken for granted. */
export function assumptions({ audit }: Telling): readonly ReportNode[] {
  if (audit.assumptions.length === 0) return [];
  return [heading(2, 'Assumptions'), list(audit.assumptions.map((text) => [text]))];
}
