import {
  calledKinds,
  codeKinds,
  readKinds,
  requestTakingKinds,
  runningKinds,
  storeKinds,
  visitedKinds,
} from './kind-groups.js';
import type { Kind } from './kinds.js';
import type { Verb } from './verbs.js';

/** Which kinds a verb can start from and end at; no `to`: any. The interfaces under kinds/ say the same to the compiler. */
export interface VerbEnds {
  readonly from: readonly Kind[];
  readonly to?: readonly Kind[];
}

const alerted = ['alertChannel', 'externalService'] as const;

/** A cluster counts as its members' kind. `replicates` ends at its own kind only, a web server reads no database. */
export const verbEnds: { readonly [V in Verb]: VerbEnds } = {
  visits: { from: ['user'], to: visitedKinds },
  resolvesTo: { from: ['record'], to: [...runningKinds, 'externalService'] },
  balances: { from: ['loadBalancer'], to: [...requestTakingKinds, 'database', 'cache', 'queue'] },
  forwards: { from: ['cdn', 'waf', 'apiGateway', 'webServer'], to: requestTakingKinds },
  calls: { from: [...codeKinds, 'externalService'], to: calledKinds },
  reads: { from: [...codeKinds, 'webServer'], to: readKinds },
  writes: { from: codeKinds, to: readKinds },
  publishes: { from: codeKinds, to: ['queue'] },
  consumes: { from: codeKinds, to: ['queue'] },
  replicates: { from: storeKinds, to: storeKinds },
  reports: { from: runningKinds, to: ['monitoringService', 'logCollector', 'externalService'] },
  watches: { from: ['monitoringService'] },
  alerts: { from: ['monitoringService', 'externalService'], to: alerted },
  probes: { from: ['externalService'], to: visitedKinds },
  backsUp: { from: storeKinds, to: ['backupStore', 'objectStore', 'externalService'] },
  administers: { from: ['user'] },
};
