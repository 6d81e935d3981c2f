import type { Telling } from '../report-document.js';
import { heading, type ReportNode } from '../tree.js';
import { capitalised } from '../words.js';

export function pictures({ pictures }: Telling): readonly ReportNode[] {
  return pictures.flatMap(({ view, file, alt }) => [heading(2, capitalised(view)), { type: 'picture', file, alt }]);
}
