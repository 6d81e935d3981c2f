import type { Reach } from './result.js';

/** How a listener is reached, from the most to the least: by the source's packets, by what hands on, by some only. */
export const standings = ['direct', 'relayed', 'limited', 'unknown', 'blocked'] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ passage, reach, limitedTo }: Pick<Reach, 'passage' | 'reach' | 'limitedTo'>): Standing {
  switch (passage) {
    case 'open':
      return reach === 'packet' ? 'direct' : 'relayed';
    case 'unknown':
      return 'unknown';
    case 'blocked':
      return limitedTo === undefined ? 'blocked' : 'limited';
  }
}
