import type { Box, Scene } from '../../../src/draw/scene/scene.js';
import { makeScene, mark, type SceneParts } from './make-scene.js';

type Boxes = NonNullable<SceneParts['boxes']>;
type Groups = NonNullable<SceneParts['groups']>;
type Bundles = NonNullable<SceneParts['bundles']>;
type Looks = Partial<Box>;

const person: Looks = { shape: 'person', tone: 'person', icon: 'users', detail: 'Browser' };
const outside: Looks = { shape: 'outside', tone: 'outside', icon: 'cloud', detail: 'Outside service' };
const dns: Looks = { shape: 'outside', tone: 'name', icon: 'globe', detail: 'Managed DNS' };
const balancer: Looks = { tone: 'edge', icon: 'split', detail: 'HAProxy 2.8' };
const web: Looks = { tone: 'web', icon: 'nginx', detail: 'nginx 1.26' };
const app: Looks = { tone: 'app', icon: 'nodedotjs', detail: 'Node.js 20' };
const database: Looks = { shape: 'store', tone: 'store', icon: 'postgresql', detail: 'PostgreSQL 16' };
const cache: Looks = { shape: 'store', tone: 'cache', icon: 'redis', detail: 'Redis 7' };
const queue: Looks = { tone: 'queue', icon: 'rabbitmq', detail: 'RabbitMQ 3.13' };
const operations: Looks = { tone: 'operations', icon: 'activity' };

const closed = { lock: 'closed' } as const;
const plaintext = { style: 'plaintext', lock: 'open' } as const;
const replication = { sort: 'replication', style: 'replication', head: 'diamond', lock: 'closed' } as const;
const aside = { sort: 'operations', style: 'operations', lock: 'closed' } as const;
const resolves = {
  sort: 'operations',
  style: 'operations',
  sideBySide: true,
  label: 'resolves',
  lock: 'open',
} as const;

/** One server with a web server, an application and a database. */
export function blog(): Scene {
  const boxes: Boxes = [
    { id: 'n1', name: 'Readers', ...person },
    { id: 'n2', name: 'Web', cluster: 'g1', ...web, marks: [mark(1, 'medium')] },
    { id: 'n3', name: 'Blog', cluster: 'g1', ...app },
    { id: 'n4', name: 'MariaDB', cluster: 'g1', ...database },
  ];
  const bundles: Bundles = [
    { sources: ['n1'], targets: ['n2'], label: 'HTTPS 443', ...closed },
    { sources: ['n2'], targets: ['n3'], label: 'FastCGI', style: 'local' },
    { sources: ['n3'], targets: ['n4'], label: 'SQL 3306', style: 'local' },
  ];
  return makeScene({ boxes, bundles, groups: [{ id: 'g1', kind: 'server', name: 'host1', detail: 'Debian 12' }] });
}

/** Three servers alike behind a balancer, the first one's database replicated to the others. */
export function threeServers(): Scene {
  const servers = [1, 2, 3];
  const boxes: Boxes = [
    { id: 'u', name: 'Customers', ...person },
    { id: 'dns', name: 'shop.example', ...dns },
    {
      id: 'fw',
      name: 'Edge firewall',
      shape: 'guard',
      tone: 'guard',
      detail: '443 open to the internet',
      cluster: 'dc',
    },
    {
      id: 'lb',
      name: 'lb1',
      ...balancer,
      detail: 'HAProxy 2.8 · ends TLS',
      cluster: 'dc',
      marks: [mark(1, 'critical')],
    },
    ...servers.flatMap((n) => [
      { id: `w${n}`, name: 'Web', ...web, cluster: `s${n}` },
      { id: `a${n}`, name: 'Shop', ...app, detail: 'PHP-FPM 8.3', cluster: `s${n}` },
      { id: `d${n}`, name: n === 1 ? 'MySQL primary' : 'MySQL replica', ...database, cluster: `s${n}` },
    ]),
    { id: 'mon', name: 'Uptime watch', ...outside },
  ];
  const groups: Groups = [
    { id: 'dc', name: 'Data centre Falkenstein' },
    ...servers.map((n) => ({
      id: `s${n}`,
      name: `app${n}`,
      kind: 'server' as const,
      detail: 'Debian 12',
      parent: 'dc',
      marks: n === 2 ? [mark(3, 'low')] : [],
    })),
  ];
  const each = (letter: string) => servers.map((n) => `${letter}${n}`);
  const bundles: Bundles = [
    { sources: ['u'], targets: ['dns'], ...resolves },
    { sources: ['u'], targets: ['fw'], label: 'HTTPS 443', ...closed },
    { sources: ['fw'], targets: ['lb'], label: '' },
    { sources: ['lb'], targets: each('w'), label: 'HTTP 8080 ×3', ...plaintext, marks: [mark(2)] },
    ...servers.map((n) => ({ sources: [`w${n}`], targets: [`a${n}`], label: 'FastCGI', style: 'local' as const })),
    { sources: each('a'), targets: ['d1'], label: 'writes 3306 ×3', shortLabel: '3306 ×3', ...closed },
    ...servers.map((n) => ({
      sources: [`a${n}`],
      targets: [`d${n}`],
      label: 'reads',
      style: 'local' as const,
      head: 'hollow' as const,
    })),
    { sources: ['d1'], targets: ['d2', 'd3'], label: 'replicates ×2', ...replication },
    { sources: ['mon'], targets: ['lb'], label: 'checks /health', ...aside },
  ];
  return makeScene({ boxes, groups, bundles });
}

/** A payment service over three zones, with caches, a queue, workers and a management zone. */
export function threeZones(): Scene {
  const numbers = [1, 2, 3];
  const zone = (n: number) => `z${n}`;
  const boxes: Boxes = [
    { id: 'u', name: 'Customers', ...person },
    { id: 'dns', name: 'pay.example', ...dns },
    { id: 'ops', name: 'Operators', ...person, detail: 'SSH' },
    {
      id: 'vip',
      name: 'VIP 203.0.113.10',
      shape: 'guard',
      tone: 'guard',
      detail: 'keepalived · active-passive',
      cluster: 'reg',
    },
    { id: 'lb1', name: 'lb1 · active', ...balancer, cluster: 'z1', watched: true },
    { id: 'lb2', name: 'lb2 · passive', ...balancer, cluster: 'z2', watched: true },
    ...numbers.flatMap((n) => [
      { id: `w${n}`, name: `web${n}`, ...web, cluster: zone(n), watched: true },
      { id: `a${n}`, name: `app${n}`, ...app, cluster: zone(n), watched: true },
      { id: `k${n}`, name: `worker${n}`, ...app, tone: 'app' as const, icon: 'cog', cluster: zone(n) },
      { id: `d${n}`, name: n === 1 ? 'db1 primary' : `db${n} replica`, ...database, cluster: zone(n), watched: true },
    ]),
    { id: 'c1', name: 'cache1', ...cache, cluster: 'z1' },
    { id: 'c2', name: 'cache2', ...cache, cluster: 'z2' },
    { id: 'q', name: 'queue', ...queue, cluster: 'z3', watched: true, marks: [mark(1, 'critical')] },
    { id: 'prom', name: 'Metrics', ...operations, detail: 'Prometheus 2.53', cluster: 'mg', watches: 12 },
    { id: 'graf', name: 'Dashboards', ...operations, detail: 'Grafana 11', cluster: 'mg' },
    { id: 'bas', name: 'Bastion', ...operations, detail: 'OpenSSH 9.2', cluster: 'mg' },
    { id: 'bk', name: 'Backups', ...operations, detail: 'restic · S3', marks: [mark(2)] },
  ];
  const groups: Groups = [
    { id: 'reg', name: 'Region eu-central', kind: 'region' },
    ...numbers.map((n) => ({ id: zone(n), name: `Zone ${'abc'[n - 1]}`, parent: 'reg' })),
    { id: 'mg', name: 'Management', parent: 'reg' },
  ];
  const each = (letter: string) => numbers.map((n) => `${letter}${n}`);
  const bundles: Bundles = [
    { sources: ['u'], targets: ['dns'], ...resolves },
    { sources: ['u'], targets: ['vip'], label: 'HTTPS 443', ...closed },
    { sources: ['vip'], targets: ['lb1'] },
    { sources: ['vip'], targets: ['lb2'], thin: true, label: 'standby' },
    { sources: ['lb1', 'lb2'], targets: each('w'), label: 'HTTPS 8443 ×6', ...closed },
    { sources: each('w'), targets: each('a'), label: 'gRPC 9000 ×9', ...closed },
    { sources: [...each('a'), ...each('k')], targets: ['d1'], label: 'SQL 5432 ×6', ...closed },
    { sources: each('a'), targets: ['c1'], label: 'Redis 6379 ×3', ...plaintext, head: 'hollow' },
    { sources: each('a'), targets: ['q'], label: 'AMQP 5672 ×3', ...plaintext },
    { sources: ['q'], targets: each('k'), label: 'jobs ×3', ...plaintext },
    { sources: ['d1'], targets: ['d2', 'd3'], label: 'WAL ×2', ...replication },
    { sources: ['c1'], targets: ['c2'], label: 'sync', ...replication, lock: 'open' },
    { sources: ['ops'], targets: ['bas'], label: 'SSH 22', ...aside },
    { sources: ['d2'], targets: ['bk'], label: 'nightly', ...aside },
    { sources: ['graf'], targets: ['prom'], label: 'queries', ...aside, lock: 'open' },
  ];
  return makeScene({ boxes, groups, bundles });
}

/** A market of nearly sixty boxes: wide tiers of services, each with its own store. */
export function market(): Scene {
  const services = ['catalog', 'search', 'cart', 'orders', 'billing', 'stock', 'users', 'reviews', 'media', 'mail'];
  const stores = ['catalog', 'orders', 'billing', 'stock', 'users'];
  const both = (name: string) => [`${name}1`, `${name}2`];
  const three = (name: string) => [1, 2, 3].map((n) => `${name}${n}`);
  const boxes: Boxes = [
    { id: 'u', name: 'Shoppers', ...person },
    { id: 'm', name: 'Merchants', ...person },
    { id: 'dns', name: 'market.example', ...dns },
    { id: 'cdn', name: 'CDN', ...outside },
    { id: 'waf', name: 'WAF', shape: 'guard', tone: 'guard', detail: '443 open to the internet', cluster: 'edge' },
    ...both('lb').map((id) => ({ id, ...balancer, cluster: 'edge', watched: true })),
    ...both('gateway').map((id) => ({ id, ...web, cluster: 'app', watched: true })),
    ...services
      .flatMap((name) => both(name))
      .map((id) => ({ id, ...app, cluster: 'app', watched: true, marks: id === 'billing2' ? [mark(2)] : [] })),
    ...three('worker').map((id) => ({ id, ...app, icon: 'cog', cluster: 'app' })),
    ...stores.flatMap((name) => [
      { id: `${name}db`, name: `${name} primary`, ...database, cluster: 'dat', watched: true },
      { id: `${name}re`, name: `${name} replica`, ...database, cluster: 'dat', watched: true },
    ]),
    ...both('cache').map((id) => ({ id, ...cache, cluster: 'dat', watched: true })),
    ...three('broker').map((id) => ({ id, ...queue, cluster: 'dat', watched: true })),
    ...three('index').map((id) => ({ id, ...database, icon: 'opensearch', detail: 'OpenSearch 2', cluster: 'dat' })),
    { id: 'psp', name: 'Card processor', ...outside },
    { id: 'smtp', name: 'Mail relay', ...outside },
    { id: 's3', name: 'Media store', ...outside, detail: 'S3' },
    { id: 'prom', name: 'Metrics', ...operations, detail: 'Prometheus 2.53', cluster: 'ops', watches: 42 },
    { id: 'graf', name: 'Dashboards', ...operations, detail: 'Grafana 11', cluster: 'ops' },
    { id: 'bas', name: 'Bastion', ...operations, detail: 'OpenSSH 9.2', cluster: 'ops' },
    { id: 'bk', name: 'Backups', ...operations, detail: 'restic', cluster: 'ops' },
    { id: 'adm', name: 'Operators', ...person, detail: 'SSH' },
  ];
  const groups: Groups = [
    { id: 'edge', name: 'Edge' },
    { id: 'app', name: 'Application' },
    { id: 'dat', name: 'Data' },
    { id: 'ops', name: 'Operations' },
  ];
  const bundles: Bundles = [
    { sources: ['u'], targets: ['dns'], ...resolves },
    { sources: ['u', 'm'], targets: ['cdn'], label: 'HTTPS 443 ×2', ...closed },
    { sources: ['cdn'], targets: ['waf'], label: 'HTTPS 443', ...closed },
    { sources: ['waf'], targets: both('lb'), label: '×2', ...closed },
    { sources: both('lb'), targets: both('gateway'), label: 'HTTP 8080 ×4', ...plaintext, marks: [mark(1)] },
    { sources: both('gateway'), targets: services.flatMap(both), label: 'gRPC 9000 ×40', ...closed },
    ...stores.map((name) => ({ sources: both(name), targets: [`${name}db`], label: 'SQL ×2', ...closed })),
    ...stores.map((name) => ({ sources: [`${name}db`], targets: [`${name}re`], label: 'replicates', ...replication })),
    { sources: ['cache1'], targets: ['cache2'], label: 'sync', ...replication, lock: 'open' },
    {
      sources: [...both('cart'), ...both('reviews')],
      targets: ['cache1'],
      label: 'Redis 6379 ×4',
      ...plaintext,
      head: 'hollow',
    },
    { sources: both('orders'), targets: three('broker'), label: 'AMQP 5671 ×6', ...closed },
    { sources: both('search'), targets: three('index'), label: 'HTTPS 9200 ×6', ...closed, head: 'hollow' },
    { sources: three('broker'), targets: three('worker'), label: 'jobs ×9', ...closed },
    { sources: both('billing'), targets: ['psp'], label: 'HTTPS 443 ×2', ...closed },
    { sources: both('mail'), targets: ['smtp'], label: 'SMTP 587 ×2', ...closed },
    { sources: both('media'), targets: ['s3'], label: 'HTTPS 443 ×2', ...closed },
    { sources: ['adm'], targets: ['bas'], label: 'SSH 22', ...aside },
    { sources: ['graf'], targets: ['prom'], label: 'queries', ...aside },
    { sources: stores.map((name) => `${name}re`), targets: ['bk'], label: 'nightly ×5', ...aside },
  ];
  return makeScene({ boxes, groups, bundles });
}

/** Names that try to break out of whatever they are put into, or to be very wide. */
export function hostile(): Scene {
  const long = 'server-with-an-extraordinarily-long-hostname-that-never-ends.prod.eu-central-1.internal.example.com';
  const boxes: Boxes = [
    { id: 'u', name: 'مستخدمو المتجر الإلكتروني', ...person },
    { id: 'w', name: '<script>alert("x")</script>', ...web, detail: '</text><image href="x"/>', cluster: 's1' },
    { id: 'a', name: '注文処理サービス（決済・在庫・配送）', ...app, cluster: 's1' },
    { id: 'e', name: '🚀🔥 Rocket 👩‍👩‍👧‍👦 family', ...app, cluster: 'z' },
    {
      id: 'l',
      name: 'L'.repeat(10_000),
      ...database,
      detail: 'W'.repeat(10_000),
      cluster: 'z',
      marks: Array.from({ length: 14 }, (_, n) => mark(n + 95)),
    },
    { id: 'm', name: 'a "]; b [label="\\N\\G', ...cache, detail: 'line1\nline2\u0007', cluster: 'z' },
    { id: 'r', name: '\u202Eevil', ...outside },
    { id: 'o', name: '', ...app, cluster: 'z' },
  ];
  const groups: Groups = [
    {
      id: 'z',
      name: '数据中心 東京リージョン・本番環境クラスタ (primary)',
      detail: 'x'.repeat(500),
      marks: [mark(1), mark(2), mark(1000)],
    },
    { id: 's1', name: long, kind: 'server', parent: 'z' },
    { id: 'none', name: 'An empty zone' },
    { id: 'emptier', name: '', parent: 'none' },
  ];
  const bundles: Bundles = [
    { sources: ['u'], targets: ['w'], label: `HTTPS 443 — ${'very long label '.repeat(20)}`, ...closed },
    { sources: ['w'], targets: ['a'], label: 'リクエスト転送', ...plaintext },
    { sources: ['w'], targets: ['e'], label: '🚀', style: 'unknown', lock: 'question' },
    { sources: ['a'], targets: ['l'], label: '<b>bold?</b>', ...closed, marks: [mark(7)] },
    { sources: ['a'], targets: ['m'], label: 'يقرأ', ...plaintext },
    { sources: ['e'], targets: ['r'], label: '"]; evil [label="' },
    { sources: ['a'], targets: ['o'], label: '\\N \\G' },
    { sources: ['a'], targets: ['a'], label: 'itself' },
    { sources: ['nobody'], targets: ['a'], label: 'from nowhere' },
    { sources: ['a', 'e', 'a'], targets: ['a', 'e'], label: 'peers' },
  ];
  return makeScene({ boxes, groups, bundles });
}
