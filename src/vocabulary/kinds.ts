/** The kinds of element, and what each of them is. Rules, analyses and drawings ask this table, never a list of their own. */
export interface KindTraits {
  /** The heading under which people look for it. */
  readonly group:
    | 'outside'
    | 'names and trust'
    | 'place'
    | 'group'
    | 'edge'
    | 'compute'
    | 'data'
    | 'operations'
    | 'other';
  /** How a sentence calls one of them. */
  readonly noun: string;
  readonly plural: string;
  /** It executes: it has listeners, a host, a capacity. */
  readonly running?: true;
  /** It keeps data. */
  readonly store?: true;
  /** Its own program decides what to call (the verbs `calls`, `reads`, `writes`, …). */
  readonly code?: true;
  /** It takes requests from a proxy, a balancer or a caller. */
  readonly takesRequests?: true;
  /** It can hand connections on unopened: a listener of it that says `tls` and no more is taken to do so. */
  readonly handsOn?: true;
  /** Elements can stand inside it. */
  readonly place?: true;
  /** It fails with what stands in it, and is no part of the network: region, availability zone, rack … */
  readonly domain?: true;
  /** It stands in no place: its id begins with its kind. */
  readonly loose?: true;
}

export const kinds = {
  user: { group: 'outside', noun: 'user', plural: 'users', loose: true },
  externalService: {
    group: 'outside',
    noun: 'external service',
    plural: 'external services',
    takesRequests: true,
    loose: true,
  },
  dns: { group: 'names and trust', noun: 'DNS zone', plural: 'DNS zones', loose: true },
  record: { group: 'names and trust', noun: 'DNS record', plural: 'DNS records', loose: true },
  certificate: { group: 'names and trust', noun: 'certificate', plural: 'certificates', loose: true },
  account: { group: 'names and trust', noun: 'account', plural: 'accounts', loose: true },
  secretStore: { group: 'names and trust', noun: 'secret store', plural: 'secret stores', running: true },
  identityProvider: {
    group: 'names and trust',
    noun: 'identity provider',
    plural: 'identity providers',
    running: true,
  },
  zone: { group: 'place', noun: 'zone', plural: 'zones', place: true },
  server: { group: 'place', noun: 'server', plural: 'servers', place: true },
  region: { group: 'place', noun: 'region', plural: 'regions', domain: true, loose: true },
  availabilityZone: {
    group: 'place',
    noun: 'availability zone',
    plural: 'availability zones',
    domain: true,
    loose: true,
  },
  failureDomain: { group: 'place', noun: 'failure domain', plural: 'failure domains', domain: true, loose: true },
  cluster: { group: 'group', noun: 'cluster', plural: 'clusters', loose: true },
  loadBalancer: {
    group: 'edge',
    noun: 'load balancer',
    plural: 'load balancers',
    running: true,
    takesRequests: true,
    handsOn: true,
  },
  cdn: { group: 'edge', noun: 'CDN', plural: 'CDNs', running: true, takesRequests: true, handsOn: true },
  waf: {
    group: 'edge',
    noun: 'web application firewall',
    plural: 'web application firewalls',
    running: true,
    takesRequests: true,
    handsOn: true,
  },
  apiGateway: {
    group: 'edge',
    noun: 'API gateway',
    plural: 'API gateways',
    running: true,
    takesRequests: true,
    handsOn: true,
  },
  firewall: { group: 'edge', noun: 'firewall', plural: 'firewalls' },
  bastion: { group: 'edge', noun: 'bastion', plural: 'bastions', running: true, handsOn: true },
  vpnGateway: { group: 'edge', noun: 'VPN gateway', plural: 'VPN gateways', running: true, handsOn: true },
  natGateway: { group: 'edge', noun: 'NAT gateway', plural: 'NAT gateways', running: true, handsOn: true },
  webServer: { group: 'compute', noun: 'web server', plural: 'web servers', running: true, takesRequests: true },
  appServer: {
    group: 'compute',
    noun: 'application server',
    plural: 'application servers',
    running: true,
    code: true,
    takesRequests: true,
  },
  worker: { group: 'compute', noun: 'worker', plural: 'workers', running: true, code: true },
  scheduledJob: { group: 'compute', noun: 'scheduled job', plural: 'scheduled jobs', running: true, code: true },
  function: {
    group: 'compute',
    noun: 'function',
    plural: 'functions',
    running: true,
    code: true,
    takesRequests: true,
  },
  database: { group: 'data', noun: 'database', plural: 'databases', running: true, store: true },
  cache: { group: 'data', noun: 'cache', plural: 'caches', running: true, store: true },
  queue: { group: 'data', noun: 'queue', plural: 'queues', running: true, store: true },
  objectStore: {
    group: 'data',
    noun: 'object store',
    plural: 'object stores',
    running: true,
    store: true,
    takesRequests: true,
  },
  searchIndex: { group: 'data', noun: 'search index', plural: 'search indexes', running: true, store: true },
  fileStore: { group: 'data', noun: 'file store', plural: 'file stores', running: true, store: true },
  backupStore: { group: 'data', noun: 'backup store', plural: 'backup stores', running: true, store: true },
  agent: { group: 'operations', noun: 'agent', plural: 'agents', running: true },
  monitoringService: {
    group: 'operations',
    noun: 'monitoring service',
    plural: 'monitoring services',
    running: true,
  },
  logCollector: { group: 'operations', noun: 'log collector', plural: 'log collectors', running: true },
  alertChannel: { group: 'operations', noun: 'alert channel', plural: 'alert channels', running: true },
  coordinator: { group: 'operations', noun: 'coordinator', plural: 'coordinators', running: true },
  component: {
    group: 'other',
    noun: 'component',
    plural: 'components',
    running: true,
    code: true,
    takesRequests: true,
  },
} as const satisfies Record<string, KindTraits>;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];

/** The traits of a kind, with the optional ones readable on every kind. */
export function traits(kind: Kind): KindTraits {
  return kinds[kind];
}
