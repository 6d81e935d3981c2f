import type { Box, Bundle, Group, LineStyle, Scene } from '../../../src/draw/scene/scene.js';
import { makeScene, mark } from './make-scene.js';

type Chance = () => number;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Draft {
  readonly chance: Chance;
  readonly boxes: (Partial<Box> & Pick<Box, 'id'>)[];
  readonly groups: (Partial<Group> & Pick<Group, 'id'>)[];
  readonly bundles: (Partial<Bundle> & Pick<Bundle, 'sources' | 'targets'>)[];
}

const tiers = [
  { tone: 'web', shape: 'card', detail: 'nginx 1.26' },
  { tone: 'app', shape: 'card', detail: 'Node.js 20' },
  { tone: 'app', shape: 'card', detail: 'PHP 8.3' },
  { tone: 'cache', shape: 'store', detail: 'Redis 7' },
  { tone: 'queue', shape: 'card', detail: 'RabbitMQ 3.13' },
  { tone: 'store', shape: 'store', detail: 'PostgreSQL 16' },
] as const;
const families = ['orders', 'stock', 'search', 'users', 'billing', 'mail', 'media'] as const;
const protocols = ['HTTP 8080', 'HTTPS 8443', 'gRPC 9000', 'SQL 5432', 'AMQP 5672', ''] as const;
const styles: readonly LineStyle[] = ['encrypted', 'plaintext', 'encrypted', 'unknown'];
const zoneNames = ['Front', 'Services', 'Data', 'Batch'] as const;

/** A system of so many boxes: zones, servers, tiers, replication, name look-up, monitoring, findings. */
export function randomScene(seed: number, size: number): Scene {
  const draft: Draft = { chance: chanceFrom(seed), boxes: [], groups: [], bundles: [] };
  const zones = Math.max(1, Math.min(4, Math.round(size / 14)));
  for (let zone = 0; zone < zones; zone++)
    draft.groups.push({ id: `z${zone}`, name: zoneNames[zone]!, marks: some(draft, 0.1) });
  addEntry(draft);
  addTiers(draft, size - 4, zones);
  addOperations(draft);
  return makeScene({ ...draft, groups: withContent(draft) });
}

function one<T>({ chance }: Draft, of: readonly T[]): T {
  return of[Math.floor(chance() * of.length)]!;
}

function some(draft: Draft, share: number) {
  if (draft.chance() >= share) return [];
  return [mark(1 + Math.floor(draft.chance() * 30), one(draft, ['critical', 'high', 'medium', 'low'] as const))];
}

function addEntry({ boxes, bundles }: Draft): void {
  boxes.push({ id: 'user', name: 'Customers', shape: 'person', tone: 'person', detail: 'Browser' });
  boxes.push({ id: 'dns', name: 'shop.example', shape: 'outside', tone: 'name', detail: 'DNS' });
  boxes.push({ id: 'edge', name: 'edge', tone: 'edge', detail: 'HAProxy 2.8', cluster: 'z0' });
  bundles.push({
    sources: ['user'],
    targets: ['dns'],
    label: 'resolves',
    sort: 'operations',
    style: 'operations',
    sideBySide: true,
  });
  bundles.push({ sources: ['user'], targets: ['edge'], label: 'HTTPS 443', lock: 'closed' });
}

function addTiers(draft: Draft, count: number, zones: number): void {
  const levels = Math.max(3, Math.min(6, Math.round(Math.sqrt(count))));
  let [left, level, before] = [count, 0, ['edge']];
  while (left > 0) {
    const width = Math.min(left, Math.max(1, Math.round((draft.chance() * 1.6 * count) / levels)));
    const zone = `z${Math.min(zones - 1, Math.floor((level * zones) / levels))}`;
    const tier = tiers[Math.min(tiers.length - 1, Math.floor((level * tiers.length) / levels))]!;
    const row = addRow(draft, width, zone, tier);
    connect(draft, before, row);
    if (draft.chance() < 0.5 && row.length > 1) replicate(draft, row);
    before = draft.chance() < 0.5 ? [...row, before[0]!] : row;
    left -= width;
    level = Math.min(level + 1, levels);
  }
}

function addRow(draft: Draft, width: number, zone: string, tier: (typeof tiers)[number]): string[] {
  const family = one(draft, families);
  let server: string | undefined;
  return Array.from({ length: width }, (_, index) => {
    const id = `n${draft.boxes.length}`;
    const onServer = draft.chance() < 0.4;
    if (onServer && (server === undefined || draft.chance() < 0.5)) {
      server = `s${draft.groups.length}`;
      draft.groups.push({
        id: server,
        name: `host${draft.groups.length}`,
        kind: 'server',
        detail: 'Debian 12',
        parent: zone,
      });
    }
    const cluster = onServer ? server! : zone;
    draft.boxes.push({ id, name: `${family}-${index + 1}`, ...tier, cluster, marks: some(draft, 0.1) });
    return id;
  });
}

/** Some tiers as one tree, full mesh; others pair by pair. */
function connect(draft: Draft, before: readonly string[], row: readonly string[]): void {
  const looks = { style: one(draft, styles), lock: 'closed' } as const;
  if (draft.chance() < 0.3) {
    draft.bundles.push({
      sources: before,
      targets: row,
      label: `${one(draft, protocols)} ×${before.length * row.length}`,
      ...looks,
    });
    return;
  }
  for (const target of row) {
    const sources = [one(draft, before), ...(draft.chance() < 0.25 ? [one(draft, before)] : [])];
    const label = one(draft, protocols);
    draft.bundles.push({
      sources: [...new Set(sources)],
      targets: [target],
      label,
      shortLabel: label.split(' ')[1],
      ...looks,
      marks: some(draft, 0.08),
    });
  }
}

function replicate(draft: Draft, [primary, ...rest]: readonly string[]): void {
  const targets = rest.slice(0, 1 + Math.floor(draft.chance() * 2));
  draft.bundles.push({
    sources: [primary!],
    targets,
    label: 'replicates',
    sort: 'replication',
    style: 'replication',
    head: 'diamond',
    lock: 'closed',
  });
}

function addOperations(draft: Draft): void {
  const watched = draft.boxes.filter(({ id }) => id.startsWith('n') && draft.chance() < 0.15).map(({ id }) => id);
  draft.boxes.push({ id: 'mon', name: 'Metrics', tone: 'operations', detail: 'Prometheus 2.53' });
  for (const target of watched.slice(0, 3)) {
    draft.bundles.push({
      sources: ['mon'],
      targets: [target],
      label: 'scrapes',
      sort: 'operations',
      style: 'operations',
      lock: 'open',
    });
  }
}

function withContent({ groups, boxes }: Draft): Draft['groups'] {
  const filled = (id: string): boolean =>
    boxes.some(({ cluster }) => cluster === id) || groups.some((group) => group.parent === id && filled(group.id));
  return groups.filter(({ id }) => filled(id));
}
