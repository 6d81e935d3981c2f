import { traits } from '../../../vocabulary/kinds.js';
import type { Verb } from '../../../vocabulary/verbs.js';
import { lineOfWatching } from '../monitoring/line-of-watching.js';
import { sumUpWatching } from '../monitoring/sum-up-watching.js';
import { tellWatched } from '../monitoring/tell-watched.js';
import type { View } from '../view.js';

const watchingVerbs: ReadonlySet<Verb> = new Set(['reports', 'watches', 'probes', 'alerts']);

/** What is watched by what and who hears of it, and what nothing watches. */
export const monitoring: View = {
  name: 'monitoring',
  about: 'monitoring',
  direction: 'TB',
  frames: 'servers',
  isTerse: true,
  folding: { mostOfATier: 4, some: 60, many: 60 },
  families: ['operations'],
  showsFailover: false,
  guards: 'none',
  skipsPassage: true,
  draws: ({ verb }) => watchingVerbs.has(verb),
  shows: ({ id, kind }, _model, touched) => traits(kind).running === true || kind === 'server' || touched.has(id),
  say: lineOfWatching,
  tell: tellWatched,
  sumUp: sumUpWatching,
};
