import { cleanText } from '../../text/clean-text.js';
import type { Note } from '../scene.js';
import { sentence } from '../spoken.js';
import type { Subject } from './list-changes.js';

/** Findings that are gone: mended, or no longer to be told, where that is not among what is weakened. */
export function listSettled({ findings, weakened }: Pick<Subject, 'findings' | 'weakened'>): readonly Note[] {
  const { fixed, untold } = findings ?? { fixed: [], untold: [] };
  return [
    ...fixed.map(({ message }) => ({ pill: 'fixed' as const, text: sentence(message) })),
    ...(weakened ? [] : untold).map(({ message, rule }) => ({
      pill: 'not told' as const,
      text: `${sentence(message)} The model no longer says what ${rule} has to know.`,
    })),
  ];
}

/** What a gate refuses though no card shows it. */
export function listWeakened(weakened: readonly string[] = []): readonly Note[] {
  return weakened.map((text) => ({ pill: 'weakened', text: cleanText(text) }));
}
