import { bullets, heading, paragraph } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

/** What was taken for granted: by the author, by the audit, by the analyses that this report adds. */
export function assumptions({ audit, faults, load }: Telling): readonly ReportNode[] {
  const all = [...new Set([...audit.assumptions, ...faults.assumptions, ...load.assumptions])];
  if (all.length === 0) return [];
  return [
    heading(2, 'Assumptions'),
    paragraph('The model leaves these open. What is said above holds where they hold.'),
    bullets(all),
  ];
}
