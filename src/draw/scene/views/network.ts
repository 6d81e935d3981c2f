import type { Architecture, Flow } from '../../../graph/architecture.js';
import type { Kind } from '../../../vocabulary/kinds.js';
import { verbs } from '../../../vocabulary/verbs.js';
import { groundOf, withInternet } from '../network/ground.js';
import { leadThroughInternet } from '../network/lead-through-internet.js';
import { sayPassage } from '../network/say-passage.js';
import { sumUpNetwork } from '../network/sum-up-network.js';
import { tellNetwork } from '../network/tell-network.js';
import type { View } from '../view.js';

/** Zones, firewalls and their openings, which packets get through, and what the internet reaches. */
export const network: View = {
  name: 'network',
  about: 'network',
  direction: 'TB',
  frames: 'guarded',
  guards: 'all',
  isLiteral: true,
  followsConnections: true,
  isTerse: true,
  folding: { mostOfATier: 3, some: 24, many: 30 },
  families: ['network', 'access'],
  showsFailover: false,
  extend: withInternet,
  draws,
  shows: ({ id, kind }, _, touched) => touched.has(id) || !outside.has(kind),
  say: sayPassage,
  lead: leadThroughInternet,
  tell: tellNetwork,
  sumUp: sumUpNetwork,
};

/** What is watched and backed up is another picture's, as long as it is not blocked. */
function draws(flow: Flow, model: Architecture): boolean {
  if (verbs[flow.verb].sort !== 'operations' || flow.verb === 'administers') return true;
  return groundOf(model).passageOf(flow)?.passage === 'blocked';
}

/** Whoever stands inside is part of the network, asked or not; these only where traffic touches them. */
const outside: ReadonlySet<Kind> = new Set(['user', 'externalService', 'dns', 'alertChannel']);
