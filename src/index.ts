export { anyone } from './vocabulary/builder/anyone.js';
export { architecture } from './vocabulary/builder/architecture.js';
export { each } from './vocabulary/builder/each.js';
export { type PoolOptions, pool } from './vocabulary/builder/pool.js';
export {
  amqp,
  http,
  https,
  mysql,
  postgresql,
  redis,
  ssh,
  tcp,
  tlsPassthrough,
  udp,
} from './vocabulary/builder/protocols.js';
export type * from './vocabulary/kinds/compute.js';
export type * from './vocabulary/kinds/dns.js';
export type * from './vocabulary/kinds/edge.js';
export type * from './vocabulary/kinds/element.js';
export type * from './vocabulary/kinds/firewall.js';
export type * from './vocabulary/kinds/flow-facts.js';
export type * from './vocabulary/kinds/operations.js';
export type * from './vocabulary/kinds/outside.js';
export type * from './vocabulary/kinds/places.js';
export type * from './vocabulary/kinds/running.js';
export type * from './vocabulary/kinds/site.js';
export type * from './vocabulary/kinds/stores.js';
export type * from './vocabulary/kinds/target.js';
export type * from './vocabulary/kinds/trust.js';
export type { Kind } from './vocabulary/kinds.js';
export type * from './vocabulary/listeners.js';
export type * from './vocabulary/rule-ids.js';
export type { Day, Duration, Size } from './vocabulary/units.js';
export type * from './vocabulary/words.js';
