import type { FindingsDiff } from '../../../diff/diff-findings.js';
import type { Note } from '../scene.js';
import { sentence } from '../spoken.js';

/** Findings that are gone: mended, or no longer to be told. */
export function listSettled({ fixed, untold }: FindingsDiff): readonly Note[] {
  return [
    ...fixed.map(({ message }) => ({ pill: 'fixed' as const, text: sentence(message) })),
    ...untold.map(({ message, rule }) => ({
      pill: 'not told' as const,
      text: `${sentence(message)} The model no longer says what ${rule} has to know.`,
    })),
  ];
}
