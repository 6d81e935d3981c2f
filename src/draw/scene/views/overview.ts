import type { Architecture, Element } from '../../../graph/architecture.js';
import type { Kind } from '../../../vocabulary/kinds.js';
import { verbs } from '../../../vocabulary/verbs.js';
import type { View } from '../view.js';

/** Shown only where traffic touches them. */
const operational: ReadonlySet<Kind> = new Set([
  'user',
  'externalService',
  'dns',
  'secretStore',
  'identityProvider',
  'bastion',
  'vpnGateway',
  'natGateway',
  'backupStore',
  'agent',
  'monitoringService',
  'logCollector',
  'alertChannel',
  'coordinator',
]);

/** People, edge, tiers, stores and the traffic; nothing else. Tiers of many become one card with their number. */
export const overview: View = {
  name: 'overview',
  about: 'overview',
  direction: 'TB',
  frames: 'zones',
  isTerse: true,
  folding: { mostOfATier: 3, some: 24, many: 30 },
  showsFailover: false,
  draws: ({ verb }) => verbs[verb].sort !== 'operations',
  shows: (element, model, touched) =>
    touched.has(element.id) || !(operational.has(element.kind) || servesOperationsOnly(model, element)),
};

/** Such as an object store that backups go to, and nothing else. */
function servesOperationsOnly(model: Architecture, element: Element): boolean {
  const incoming = model.incoming(element);
  return (
    incoming.length > 0 && model.outgoing(element).length === 0 && incoming.every(({ verb }) => verb === 'backsUp')
  );
}
