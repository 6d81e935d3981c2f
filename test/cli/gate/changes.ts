import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that are written, from those of the base; undefined: taken away. */
export type Edit = (shop: string) => Readonly<Record<string, string | undefined>>;

/** What a pull request does to the shop over three zones, and what the gate has to say of it. */
export interface Case {
  readonly name: string;
  readonly edit: Edit;
  /** What the base is, where it is not the shop as it stands. */
  readonly base?: Edit;
  /** Nothing of it is committed. */
  readonly isDirty?: true;
  readonly flags?: readonly string[];
  readonly exitCode: 0 | 1 | 2;
  /** As `sort` or `sort: rule`, in order. */
  readonly refused: readonly string[];
  /** A note or a problem that is told. */
  readonly told?: RegExp;
  /** No model says anything else than before. */
  readonly isQuiet?: true;
}

export const file = 'models/shop.ts';

const model = (name: string) => readFileSync(join(process.cwd(), 'models', `${name}.ts`), 'utf8');
export const shop = model('three-zone-shop');

/** @throws where there is nothing to replace: a case that changes nothing would hold for nothing */
function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`The shop has no ${JSON.stringify(from)}.`);
    return current.replace(from, to);
  }, text);
}

const edited =
  (...pairs: readonly (readonly [string, string])[]) =>
  (text: string) => ({ [file]: replaced(text, pairs) });
const added = (line: string) => edited(['export default site;', `${line}\n\nexport default site;`]);
const unencrypted = ['encryptedAtRest: true', 'encryptedAtRest: false'] as const;
const accepting = (terms: string) =>
  [
    'export default site;',
    `site.accepts({ rule: 'data/encryption-at-rest', ${terms} });\n\nexport default site;`,
  ] as const;
/** A shop that reads and writes one store, with these journeys. */
const asking = (journeys: string) => () => ({
  [file]: `import { architecture, http, mysql } from 'stanchion';
const site = architecture('Three-zone shop');
const customer = site.user('customer');
const app = site.server('front').appServer('app', { listens: http() });
const other = site.server('side').appServer('other', { listens: http() });
const orders = site.server('data').database('orders', { listens: mysql() });
customer.visits([app, other]);
app.writes(orders);
other.reads(orders);
${journeys}
export default site;
`,
});
const look = "site.journey('look', { from: customer, reads: orders });";
const buy = "site.journey('buy', { from: customer, writes: orders });";
const openData = 'dataFirewall.allows(anyone, databases);';

const smallShop = (store: string) => `import { anyone, architecture, each, http, https, postgresql } from 'stanchion';
const site = architecture('Shop', { complete: ['firewalls'] });
const customer = site.user('customer');
const certificate = site.certificate('shop', { expires: '2027-06-30' });
const lb = site.server('front').loadBalancer('haproxy', { listens: https(certificate) });
const nodes = site.servers(2, 'node', (server) => server.appServer('shop', { listens: http() }));
const store = site.server('data').database(${store});
site.firewall('border', { incoming: 'deny' }).allows(anyone, lb);
customer.visits(lb);
lb.balances(each(nodes), { healthCheck: '/health' });
each(nodes).writes(store);
export default site;
`;

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: what is replaced is the source of a template
export const cases: readonly Case[] = [
  { name: 'a comment', edit: added('// Nothing else.'), exitCode: 0, refused: [], isQuiet: true },
  {
    name: 'line ends of Windows',
    edit: (text) => ({ [file]: text.replaceAll('\n', '\r\n') }),
    exitCode: 0,
    refused: [],
    isQuiet: true,
  },
  {
    name: 'statements in another order',
    edit: edited(
      ['prober.probes(www);\n', ''],
      [
        "entrance.balances(apps, { healthCheck: '/health' });\n",
        "entrance.balances(apps, { healthCheck: '/health' });\nprober.probes(www);\n",
      ],
    ),
    exitCode: 0,
    refused: [],
    isQuiet: true,
  },
  {
    name: 'the file has another name',
    edit: (text) => ({ [file]: undefined, 'models/store.ts': text }),
    exitCode: 0,
    refused: [],
    isQuiet: true,
  },
  {
    name: 'a server is renamed',
    edit: edited(['`app ${number}`', '`application ${number}`']),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a database is renamed, and speaks TLS on the way',
    base: () => ({ [file]: smallShop("'orders', { listens: postgresql() }") }),
    edit: () => ({ [file]: smallShop("'purchases', { listens: postgresql({ tls: certificate }) }") }),
    flags: [],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a database gives way to another one that is not encrypted',
    base: edited([
      'export default site;',
      "const stock = data.server('stock').database('stock', { holds: ['personal'], encryptedAtRest: false });\napps[0].writes(stock);\nexport default site;",
    ]),
    edit: edited([
      'export default site;',
      "const guests = data.server('stock').database('guests', { holds: ['personal', 'credentials'], encryptedAtRest: false });\napps[0].writes(guests);\napps[1].writes(guests);\nexport default site;",
    ]),
    exitCode: 1,
    refused: [
      'new: data/backup-missing',
      'new: availability/spof-node',
      'new: data/db-single-writer',
      'new: data/encryption-at-rest',
    ],
  },
  { name: 'two more voters', edit: edited(['instances: 3', 'instances: 5']), exitCode: 0, refused: [] },
  {
    name: 'a single voter is left',
    edit: edited(['instances: 3', 'instances: 1']),
    exitCode: 1,
    refused: ['new: availability/spof-node'],
  },
  {
    name: 'voters in one zone',
    edit: edited(['standsIn: [a, b, c]', 'standsIn: a']),
    flags: ['--new-single-points', '0'],
    exitCode: 1,
    refused: ['single point: region/Frankfurt/zone a'],
  },
  {
    name: 'no health check',
    edit: edited([", { healthCheck: '/health' }", ', { healthCheck: false }']),
    exitCode: 1,
    refused: ['new: availability/lb-no-health-check'],
  },
  {
    name: 'the health check is not told any more',
    edit: edited([", { healthCheck: '/health' }", '']),
    exitCode: 1,
    refused: ['weakened: fact'],
  },
  {
    name: 'a database beside the application',
    edit: edited([
      "  return server.appServer('shop', {",
      "  if (number === 1) server.database('sessions', { owner });\n  return server.appServer('shop', {",
    ]),
    exitCode: 1,
    refused: ['new: data/backup-missing', 'new: data/db-no-replica', 'new: deployment/colocated-roles'],
  },
  {
    name: 'the store is open to anyone',
    edit: added(openData),
    exitCode: 1,
    refused: ['new: network/db-internet-reachable'],
  },
  {
    name: 'the servers are open to anyone',
    edit: added('innerFirewall.allows(anyone, apps);'),
    flags: ['--refuse-exposure'],
    exitCode: 1,
    refused: ['opened: inside/app 1/shop', 'opened: inside/app 2/shop', 'opened: inside/app 3/shop'],
  },
  {
    name: 'a certificate has run out',
    edit: edited(['2027-01-18', '2026-11-10']),
    exitCode: 1,
    refused: ['new: transport/cert-expiry', 'new: transport/cert-expiry'],
  },
  {
    name: 'a certificate runs out soon',
    edit: edited(['2027-01-18', '2026-11-28']),
    exitCode: 1,
    refused: ['new: transport/cert-expiry', 'new: transport/cert-expiry'],
  },
  {
    name: 'what is new is accepted by the change itself',
    edit: added(`${openData}\nsite.accepts({ rule: 'network/db-internet-reachable', because: 'For now' });`),
    exitCode: 1,
    refused: ['weakened: waiver'],
  },
  {
    name: 'the same, and waivers are allowed',
    edit: added(`${openData}\nsite.accepts({ rule: 'network/db-internet-reachable', because: 'For now' });`),
    flags: ['--allow-waivers'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a waiver for what may come',
    edit: added("site.accepts({ rule: 'availability/spof-node', because: 'For now' });"),
    exitCode: 1,
    refused: ['weakened: waiver'],
  },
  {
    name: 'the same, and waivers are allowed',
    edit: added("site.accepts({ rule: 'availability/spof-node', because: 'For now' });"),
    flags: ['--allow-waivers'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a lower objective',
    edit: edited(['objective: 0.999', 'objective: 0.99']),
    exitCode: 1,
    refused: ['weakened: objective'],
  },
  {
    name: 'a lower objective, on purpose',
    edit: edited(['objective: 0.999', 'objective: 0.99']),
    flags: ['--allow-weakening'],
    exitCode: 0,
    refused: [],
  },
  { name: 'no objective', edit: edited([', objective: 0.999', '']), exitCode: 1, refused: ['weakened: objective'] },
  { name: 'a higher objective', edit: edited(['objective: 0.999', 'objective: 0.9999']), exitCode: 0, refused: [] },
  {
    name: 'less is claimed to be told',
    edit: edited(["'monitoring', ", '']),
    exitCode: 1,
    refused: ['weakened: complete'],
  },
  {
    name: 'a fact is taken away that was in order',
    edit: edited(['    encryptedAtRest: true,\n', '']),
    exitCode: 1,
    refused: ['weakened: fact'],
  },
  {
    name: 'a journey that nobody asks for any more',
    base: asking(look + buy),
    edit: asking(look),
    exitCode: 1,
    refused: ['weakened: finding', 'weakened: finding'],
  },
  {
    name: 'a first journey, so that only it is asked for',
    base: asking(''),
    edit: asking(look),
    exitCode: 1,
    refused: ['weakened: finding', 'weakened: finding'],
  },
  {
    name: 'the same, on purpose',
    base: asking(''),
    edit: asking(look),
    flags: ['--allow-weakening'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'it is not asked any more where personal data may be',
    base: edited(["  criticality: 'high',\n", "  criticality: 'high',\n  personalDataStaysIn: ['FR'],\n"]),
    edit: (text) => ({ [file]: text }),
    exitCode: 1,
    refused: ['weakened: finding', 'weakened: finding'],
  },
  {
    name: 'data are not encrypted any more',
    edit: edited(['encryptedAtRest: true', 'encryptedAtRest: false']),
    exitCode: 1,
    refused: ['new: data/encryption-at-rest'],
  },
  {
    name: 'the same, where only what is critical counts',
    edit: edited(['encryptedAtRest: true', 'encryptedAtRest: false']),
    flags: ['--fail-on', 'critical'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'the same, where that rule does not count',
    edit: edited(['encryptedAtRest: true', 'encryptedAtRest: false']),
    flags: ['--fail-on-rule', 'data/encryption-at-rest=never'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'the same, where the gate only tells',
    edit: edited(['encryptedAtRest: true', 'encryptedAtRest: false']),
    flags: ['--fail-on', 'never'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'no TLS behind the balancers',
    edit: edited([
      "listens: https(certificateOf(`app-${number}.shop.internal`), { port: 8443, minimumVersion: '1.3' })",
      'listens: http({ port: 8443 })',
    ]),
    exitCode: 1,
    refused: ['new: transport/tls-ends-at-load-balancer'],
  },
  {
    name: 'old TLS',
    edit: edited(["minimumVersion: '1.2', hsts: true", "minimumVersion: '1.0', hsts: true"]),
    exitCode: 1,
    refused: ['new: transport/tls-version-old', 'new: transport/tls-version-old'],
  },
  {
    name: 'no firewall round the stores',
    edit: edited([
      "const dataFirewall = data.firewall('data firewall', guarded);",
      "const dataFirewall = operations.firewall('data firewall', guarded);",
    ]),
    exitCode: 1,
    refused: ['new: network/internet-unguarded'],
  },
  {
    name: 'the stores in the zone of the visitors',
    edit: edited(['data.server(', 'edge.server(']),
    exitCode: 1,
    refused: ['new: network/segment-missing', 'broken: journey/buy', 'objective missed'],
  },
  {
    name: 'no backups',
    edit: edited([
      "each(databases).backsUp(vault, { every: '15 min', keep: '30 days', restoreTested: '2026-10-06', encrypted: true });",
      '',
    ]),
    exitCode: 1,
    refused: ['new: data/backup-missing'],
  },
  {
    name: 'nobody watches the servers',
    edit: edited([
      'watches([...balancers, witness, ...apps, ...databases, elector, logs])',
      'watches([...balancers, witness, ...databases, elector, logs])',
    ]),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'the same, where nothing new may come',
    edit: edited([
      'watches([...balancers, witness, ...apps, ...databases, elector, logs])',
      'watches([...balancers, witness, ...databases, elector, logs])',
    ]),
    flags: ['--fail-on', 'low'],
    exitCode: 1,
    refused: [
      'new: operations/monitoring-uncovered',
      'new: operations/monitoring-uncovered',
      'new: operations/monitoring-uncovered',
      'new: network/firewall-rule-unused',
    ],
  },
  {
    name: 'more comes than the servers take',
    edit: edited(
      ["sessions: 'shared',", "sessions: 'shared',\n    capacity: { requestsPerSecond: 100 },"],
      ['customer.visits(www, { authent', 'customer.visits(www, { requestsPerSecond: 1_000, authent'],
    ),
    exitCode: 1,
    refused: ['new: capacity/utilisation-high'],
  },
  {
    name: 'no takeover of the address',
    edit: edited(["  failover: { by: witness, within: '5 s' },\n", "  failover: 'none',\n"]),
    exitCode: 1,
    refused: ['new: availability/spof-load-balancer'],
  },
  {
    name: 'one balancer is left',
    edit: edited([
      "const entrance = site.cluster('shop.example', balancers, {",
      "const entrance = site.cluster('shop.example', [balancers[0]], {",
    ]),
    flags: ['--new-single-points', '0'],
    exitCode: 1,
    refused: ['new: availability/spof-load-balancer', 'single point: edge/balancer 1'],
  },
  {
    name: 'replication lags',
    edit: edited(["replication: 'synchronous'", "replication: 'asynchronous'"]),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'one operator of names',
    edit: edited(["nameServers: ['ns1.example.net', 'ns2.example.org']", "nameServers: ['ns1.example.net']"]),
    exitCode: 1,
    refused: ['new: availability/dns-ns-redundancy'],
  },
  { name: 'the model is gone', edit: () => ({ [file]: undefined }), exitCode: 1, refused: ['deleted'] },
  {
    name: 'the model is gone, on purpose',
    edit: () => ({ [file]: undefined }),
    flags: ['--allow-weakening'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'the model has another name',
    edit: edited(["'Three-zone shop'", "'Shop'"]),
    flags: [],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'the model has another name, and one thing more is found in it',
    edit: edited(["'Three-zone shop'", "'Shop'"], unencrypted),
    flags: [],
    exitCode: 1,
    refused: ['new: data/encryption-at-rest'],
  },
  {
    name: 'the model has another name in another file',
    edit: (text) => ({ [file]: undefined, 'models/other.ts': replaced(text, [["'Three-zone shop'", "'Shop'"]]) }),
    flags: [],
    exitCode: 1,
    refused: ['deleted'],
  },
  {
    name: 'another model, with waivers',
    edit: () => ({ 'models/small.ts': model('small-and-honest') }),
    exitCode: 1,
    refused: ['weakened: waiver', 'weakened: waiver', 'weakened: waiver', 'weakened: waiver'],
  },
  {
    name: 'another model, with waivers that are allowed',
    edit: () => ({ 'models/small.ts': model('small-and-honest') }),
    flags: ['--allow-waivers'],
    exitCode: 0,
    refused: [],
  },
  {
    name: 'another model with findings',
    edit: () => ({ 'models/stack.ts': model('simple-web-stack') }),
    exitCode: 1,
    refused: [
      'new: transport/plaintext-external',
      'new: network/internet-unguarded',
      'new: availability/spof-node',
      'new: availability/spof-node',
      'new: data/db-single-writer',
      'new: deployment/colocated-roles',
    ],
  },
  {
    name: 'what was found before is found again',
    base: edited(unencrypted),
    edit: edited(unencrypted, ["summary: 'An online", "summary: 'A good online"]),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'what was found before is accepted',
    base: edited(unencrypted),
    edit: edited(unencrypted, accepting("because: 'It moves soon'")),
    exitCode: 1,
    refused: ['weakened: waiver'],
  },
  {
    name: 'a waiver counts for longer',
    base: edited(unencrypted, accepting("because: 'It moves soon', until: '2027-01-31'")),
    edit: edited(unencrypted, accepting("because: 'It moves soon', until: '2027-06-30'")),
    exitCode: 1,
    refused: ['weakened: waiver'],
  },
  {
    name: 'a waiver counts for less long',
    base: edited(unencrypted, accepting("because: 'It moves soon', until: '2027-06-30'")),
    edit: edited(unencrypted, accepting("because: 'It moves soon', until: '2027-01-31'")),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a waiver is taken away, and not what it accepts',
    base: edited(unencrypted, accepting("because: 'It moves soon'")),
    edit: edited(unencrypted),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a waiver is taken away, and more comes than it accepted',
    base: edited(unencrypted, accepting("because: 'It moves soon'")),
    edit: edited(unencrypted, [
      'export default site;',
      "data.server('archive').database('archive', { holds: ['personal'], encryptedAtRest: false });\nexport default site;",
    ]),
    exitCode: 1,
    refused: ['new: data/backup-missing', 'new: data/db-no-replica', 'new: data/encryption-at-rest'],
  },
  {
    name: 'a waiver is taken away with what it accepts',
    base: edited(unencrypted, accepting("because: 'It moves soon'")),
    edit: (text) => ({ [file]: text }),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'what the internet reached is closed',
    base: added(openData),
    edit: (text) => ({ [file]: text }),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a zone with a server of its own',
    edit: added(
      "site.zone('branch', { trust: 'private', owner }).server('till', { os: 'Debian 13', standsIn: a, owner });",
    ),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'a role moves to another server',
    edit: edited(
      [
        "const apps = inEachZone((zone, number) => {\n  const server = inside.server(`app ${number}`, { os: 'Debian 13', standsIn: zone, owner });",
        "const hosts = inEachZone((zone, number) => inside.server(`app ${number}`, { os: 'Debian 13', standsIn: zone, owner }));\nconst apps = inEachZone((_, number) => {\n  const server = hosts[number === 2 ? 1 : 0];",
      ],
      ["server.appServer('shop', {", "server.appServer(number === 3 ? 'other shop' : 'shop', {"],
      ['port: 8443,', 'port: number === 3 ? 8444 : 8443,'],
    ),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'one server less',
    edit: edited(['const apps = inEachZone(', 'const apps = inTwoZones(']),
    exitCode: 0,
    refused: [],
  },
  {
    name: 'nothing of it is committed',
    edit: edited(unencrypted),
    isDirty: true,
    exitCode: 1,
    refused: ['new: data/encryption-at-rest'],
  },
  {
    name: 'a file that git does not know yet',
    edit: () => ({ 'models/stack.ts': model('simple-web-stack') }),
    flags: ['--fail-on', 'critical'],
    isDirty: true,
    exitCode: 1,
    refused: ['new: transport/plaintext-external', 'new: network/internet-unguarded'],
  },
  {
    name: 'what did not load is mended',
    base: added('site.servr();'),
    edit: (text) => ({ [file]: text }),
    exitCode: 0,
    refused: [],
    told: /Not all of main|Not all of base/,
  },
  {
    name: 'it is mended, and something is found',
    base: added('site.servr();'),
    edit: edited(unencrypted),
    exitCode: 1,
    refused: ['new: data/encryption-at-rest'],
    told: /Not all of/,
  },
  {
    name: 'of two models one does not load',
    edit: (text) => ({ [file]: text, 'models/small.ts': 'export default 1 +;' }),
    exitCode: 2,
    refused: [],
    told: /models\/small\.ts/,
  },
  { name: 'it does not load', edit: added('site.servr();'), exitCode: 2, refused: [], told: /servr/ },
  {
    name: 'a rule is switched off by the change',
    edit: (text) => ({
      ...edited(['encryptedAtRest: true', 'encryptedAtRest: false'])(text),
      'stanchion.config.js': "export default { rules: { 'data/encryption-at-rest': 'off' } };\n",
    }),
    exitCode: 1,
    refused: ['new: data/encryption-at-rest'],
    told: /edits the configuration/,
  },
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above
