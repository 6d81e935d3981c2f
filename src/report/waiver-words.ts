import type { Waiver } from '../graph/architecture.js';

/** `A second one is ordered. (until 2027-01-31, by Ada)` */
export function waiverWords({ because, until, by }: Pick<Waiver, 'because' | 'until' | 'by'>): string {
  const terms = [until && `until ${until}`, by && `by ${by}`].filter((term) => term !== undefined && term !== '');
  return terms.length === 0 ? because : `${because} (${terms.join(', ')})`;
}
