import { verbs } from '../../../vocabulary/verbs.js';
import { groundOf } from '../transport/ground.js';
import { sayHop } from '../transport/say-hop.js';
import { sumUpTransport } from '../transport/sum-up-transport.js';
import { tellTransport } from '../transport/tell-transport.js';
import type { View } from '../view.js';

/** The way of a request, hop by hop: how it is encrypted, who ends TLS, with which certificate. */
export const transport: View = {
  name: 'transport',
  about: 'transport',
  direction: 'LR',
  frames: 'zones',
  guards: 'none',
  isLiteral: true,
  isTerse: true,
  folding: { mostOfATier: 3, some: 24, many: 30 },
  families: ['transport'],
  showsFailover: false,
  draws: ({ verb, from, to }, model) => {
    const { reached } = groundOf(model);
    return verbs[verb].sort === 'traffic' && reached.has(from) && reached.has(to);
  },
  shows: ({ id }, _, touched) => touched.has(id),
  say: sayHop,
  tell: tellTransport,
  sumUp: sumUpTransport,
};
