import { type Kind, kindNames, traits } from './kinds.js';
import type { Verb } from './verbs.js';

/** Which kinds a verb can start from and end at. The compiler's interfaces under kinds/ say the same, each in its place. */
export interface VerbEnds {
  readonly from: readonly Kind[];
  readonly to: readonly Kind[];
}

const code = kindNames.filter((kind) => traits(kind).code);
const requestTaking = kindNames.filter((kind) => traits(kind).takesRequests);
const running = kindNames.filter((kind) => traits(kind).running);
const stores = kindNames.filter((kind) => traits(kind).store);
const read = stores.filter((kind) => kind !== 'queue' && kind !== 'backupStore');
const visited = ['record', 'objectStore', ...requestTaking] as Kind[];
const alerted = ['alertChannel', 'externalService'] as Kind[];

/** A cluster counts as its members' kind. `replicates` ends at its own kind only. */
export const verbEnds: { readonly [V in Verb]: VerbEnds } = {
  visits: { from: ['user'], to: [...new Set(visited)] },
  resolvesTo: { from: ['record'], to: [...running, 'externalService'] },
  balances: { from: ['loadBalancer'], to: [...requestTaking, 'database', 'cache', 'queue'] },
  forwards: { from: ['cdn', 'waf', 'apiGateway', 'webServer'], to: requestTaking },
  calls: { from: [...code, 'externalService'], to: [...requestTaking, 'secretStore', 'identityProvider', 'record'] },
  reads: { from: [...code, 'webServer'], to: read },
  writes: { from: code, to: read },
  publishes: { from: code, to: ['queue'] },
  consumes: { from: code, to: ['queue'] },
  replicates: { from: stores, to: stores },
  reports: { from: running, to: ['monitoringService', 'logCollector', 'externalService'] },
  watches: { from: ['monitoringService'], to: kindNames },
  alerts: { from: ['monitoringService', 'externalService'], to: alerted },
  probes: { from: ['externalService'], to: [...new Set(visited)] },
  backsUp: { from: stores, to: ['backupStore', 'objectStore', 'externalService'] },
  administers: { from: ['user'], to: kindNames },
};
