import type { Hop } from '../../analyses/transport/result.js';
import type { Architecture } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import type { Verb } from '../../vocabulary/verbs.js';
import { classified } from './classified.js';
import { kindOf } from './kind-of.js';

/** The source acts for itself. Proxies hand on what users prove, and visits are for whoever comes. */
const verbsOfOwn: readonly Verb[] = [
  'calls',
  'reads',
  'writes',
  'publishes',
  'consumes',
  'replicates',
  'backsUp',
  'administers',
];

/**
 * Whoever comes there must prove who they are, from wherever they come: at stores, secrets and identities, where classified
 * data comes back, and where something is administered. What others run looks after itself, but for your backups there.
 */
export function isSensitiveLink(model: Architecture, { flow, to, carries }: Hop): boolean {
  if (!verbsOfOwn.includes(flow.verb)) return false;
  if (flow.verb === 'administers' || flow.verb === 'backsUp') return true;
  const kind = kindOf(model, to);
  if (kind === 'externalService') return false;
  const isPublic = flow.verb === 'reads' && carries.length > 0 && carries.every((name) => name === 'public');
  const keeps = traits(kind).store === true && !isPublic;
  return keeps || kind === 'secretStore' || kind === 'identityProvider' || classified(carries).length > 0;
}
