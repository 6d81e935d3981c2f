import type { View } from '../view.js';

/** What runs on which server, in which zone and failure domain, behind which guards, and what watches it. */
export const deployment: View = {
  name: 'deployment',
  about: 'deployment',
  direction: 'TB',
  frames: 'servers',
  isTerse: false,
  folding: { mostOfATier: 4, some: 60, many: 60 },
  showsFailover: true,
  draws: () => true,
  shows: () => true,
};
