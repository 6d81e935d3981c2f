import type { Kind } from '../../vocabulary/kinds.js';
import type { Shape, Tone } from './scene.js';

/** How elements of a kind are drawn where nothing more is known of them. */
export interface Look {
  readonly shape: Shape;
  /** A glyph of the set in svg/icons. */
  readonly icon: string;
  readonly tone: Tone;
}

const looks: Readonly<Record<Kind, Look>> = {
  user: { shape: 'person', icon: 'users', tone: 'person' },
  externalService: { shape: 'outside', icon: 'cloud', tone: 'outside' },
  dns: { shape: 'outside', icon: 'globe', tone: 'name' },
  record: { shape: 'outside', icon: 'globe', tone: 'name' },
  certificate: { shape: 'card', icon: 'badge-check', tone: 'name' },
  account: { shape: 'card', icon: 'id-card', tone: 'name' },
  secretStore: { shape: 'card', icon: 'key-square', tone: 'guard' },
  identityProvider: { shape: 'card', icon: 'fingerprint', tone: 'guard' },
  zone: { shape: 'card', icon: 'square-dashed', tone: 'operations' },
  server: { shape: 'card', icon: 'server', tone: 'operations' },
  region: { shape: 'card', icon: 'map', tone: 'operations' },
  availabilityZone: { shape: 'card', icon: 'map-pin', tone: 'operations' },
  failureDomain: { shape: 'card', icon: 'plug-zap', tone: 'operations' },
  cluster: { shape: 'card', icon: 'boxes', tone: 'edge' },
  loadBalancer: { shape: 'card', icon: 'split', tone: 'edge' },
  cdn: { shape: 'outside', icon: 'cloud', tone: 'edge' },
  waf: { shape: 'guard', icon: 'brick-wall-shield', tone: 'guard' },
  apiGateway: { shape: 'card', icon: 'waypoints', tone: 'edge' },
  firewall: { shape: 'guard', icon: 'brick-wall-shield', tone: 'guard' },
  bastion: { shape: 'guard', icon: 'key-round', tone: 'guard' },
  vpnGateway: { shape: 'guard', icon: 'shield-check', tone: 'guard' },
  natGateway: { shape: 'card', icon: 'arrow-left-right', tone: 'edge' },
  webServer: { shape: 'card', icon: 'panel-top', tone: 'web' },
  appServer: { shape: 'card', icon: 'app-window', tone: 'app' },
  worker: { shape: 'card', icon: 'cog', tone: 'app' },
  scheduledJob: { shape: 'card', icon: 'calendar-clock', tone: 'app' },
  function: { shape: 'card', icon: 'square-function', tone: 'app' },
  database: { shape: 'store', icon: 'database', tone: 'store' },
  cache: { shape: 'card', icon: 'zap', tone: 'cache' },
  queue: { shape: 'card', icon: 'rows-3', tone: 'queue' },
  objectStore: { shape: 'store', icon: 'package', tone: 'store' },
  searchIndex: { shape: 'store', icon: 'search', tone: 'store' },
  fileStore: { shape: 'store', icon: 'folder', tone: 'store' },
  backupStore: { shape: 'store', icon: 'archive', tone: 'operations' },
  agent: { shape: 'card', icon: 'radio', tone: 'operations' },
  monitoringService: { shape: 'card', icon: 'activity', tone: 'operations' },
  logCollector: { shape: 'card', icon: 'scroll-text', tone: 'operations' },
  alertChannel: { shape: 'card', icon: 'bell', tone: 'operations' },
  coordinator: { shape: 'card', icon: 'vote', tone: 'operations' },
  component: { shape: 'card', icon: 'box', tone: 'app' },
};

export function lookOf(kind: Kind): Look {
  return looks[kind];
}
