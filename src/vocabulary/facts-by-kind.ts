import { type Kind, kindNames, traits } from './kinds.js';

/**
 * Which facts an element of a kind can carry: the one table behind the schema, its messages and the builder's check. The
 * names are those of the graph; where the builder's option is called otherwise (`role` of an external service), the
 * graph's name stands here.
 */
const common = [
  'owner',
  'description',
  'why',
  'tags',
  'link',
  'software',
  'supportedUntil',
  'availability',
  'unavailability',
  'mtbf',
  'mttr',
  'availabilityIncludes',
] as const;

const running = [
  'instances',
  'standsIn',
  'capacity',
  'cpus',
  'memory',
  'address',
  'publicAddress',
  'translates',
  'mayHold',
  'provider',
  'country',
] as const;

const kept = ['engine', 'holds', 'mayHold', 'encryptedAtRest', 'rpo', 'rto', 'retention'] as const;

/** Stores run as well, but several copies of one are told apart: a cluster, not `instances`. */
const store = [...running.filter((fact) => fact !== 'instances'), ...kept] as const;

const replicating = ['failover', 'replication', 'acknowledgements', 'degradesToAsynchronous', 'lagAlert'] as const;

const edge = ['filters', 'hitRatio'] as const;

const own = {
  user: ['secondFactor'],
  externalService: [
    'externalRole',
    'role',
    'processorAgreement',
    'provider',
    'country',
    'address',
    'publicAddress',
    'capacity',
    'holds',
    'mayHold',
    'encryptedAtRest',
    'retention',
  ],
  dns: ['nameServers', 'provider', 'dnssec', 'caa'],
  record: ['recordType', 'ttl'],
  certificate: ['names', 'issued', 'expires', 'issuer', 'selfSigned', 'keyHeldBy'],
  account: ['keptIn', 'rotatedEvery'],
  zone: ['trust', 'cidr', 'open', 'environment', 'standsIn', 'address', 'publicAddress', 'translates'],
  server: [
    'cpus',
    'memory',
    'os',
    'environment',
    'standsIn',
    'instances',
    'capacity',
    'address',
    'publicAddress',
    'translates',
    'provider',
    'country',
  ],
  region: ['provider', 'country', 'domainRole'],
  availabilityZone: ['provider', 'country', 'domainRole'],
  failureDomain: ['provider', 'country', 'domainRole'],
  cluster: [
    'mode',
    'writer',
    'need',
    'fencing',
    ...replicating,
    'algorithm',
    'standsIn',
    'capacity',
    'address',
    'publicAddress',
    'sessions',
    ...edge,
    ...kept,
  ],
  loadBalancer: ['algorithm', 'filters', 'forwardsClientCertificate'],
  cdn: edge,
  waf: edge,
  apiGateway: edge,
  firewall: [
    'incoming',
    'outgoing',
    'stateful',
    'appliance',
    'failMode',
    'instances',
    'standsIn',
    'capacity',
    'address',
    'publicAddress',
    'translates',
    'cpus',
    'memory',
  ],
  webServer: ['filters'],
  appServer: ['sessions'],
  alertChannel: ['to'],
  component: ['role', 'sessions'],
} as const satisfies { readonly [K in Kind]?: readonly string[] };

export type FactName =
  | (typeof common)[number]
  | (typeof running)[number]
  | (typeof kept)[number]
  | (typeof replicating)[number]
  | (typeof edge)[number]
  | (typeof own)[keyof typeof own][number];

export const factsByKind: { readonly [K in Kind]: readonly FactName[] } = Object.fromEntries(
  kindNames.map((kind) => [kind, factsOf(kind)]),
) as Record<Kind, FactName[]>;

function factsOf(kind: Kind): FactName[] {
  const { store: keeps, running: runs } = traits(kind);
  const ofKind: readonly FactName[] = kind in own ? own[kind as keyof typeof own] : [];
  return [...new Set<FactName>([...common, ...(keeps ? store : runs ? running : []), ...ofKind])];
}
