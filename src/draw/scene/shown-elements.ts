import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';
import type { Stage } from './stage.js';
import type { Stroke } from './stroke.js';

/** Never a card: told by a frame, a mark or small print. */
const neverCards: ReadonlySet<Kind> = new Set([
  'record',
  'certificate',
  'account',
  'zone',
  'region',
  'availabilityZone',
  'failureDomain',
]);

/** In the overview only where traffic touches them. */
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

/** The elements that a view has cards for, in the order of the model. `guards`: the firewalls that are cards. */
export function shownElements(
  stage: Stage,
  strokes: readonly Stroke[],
  guards: readonly Element[],
): readonly Element[] {
  const { model, view } = stage;
  const touched = new Set(strokes.filter(({ line }) => line.sort === 'traffic').flatMap(({ from, to }) => [from, to]));
  const inView = (element: Element) => view === 'deployment' || isInOverview(model, element, touched);
  const cards = model.elements.filter((element) => isCard(stage, element, guards) && inView(element));
  const occupied = new Set(cards.flatMap((element) => model.ancestors(element)));
  const bare = new Set(model.byKind.server.filter((server) => !occupied.has(server) && isBare(model, server)));
  const chosen = new Set(cards);
  return model.elements.filter((element) => chosen.has(element) || bare.has(element));
}

function isCard({ model, clusters }: Stage, element: Element, guards: readonly Element[]): boolean {
  if (neverCards.has(element.kind) || element.kind === 'server') return false;
  if (element.kind === 'firewall') return guards.includes(element);
  if (element.kind === 'cluster') return clusters.get(element.id)?.form === 'card';
  return element.kind !== 'agent' || element.parent === undefined || !model.byId.has(element.parent);
}

function isInOverview(model: Architecture, element: Element, touched: ReadonlySet<ElementId>): boolean {
  return touched.has(element.id) || !(operational.has(element.kind) || servesOperationsOnly(model, element));
}

/** Such as an object store that backups go to, and nothing else. */
function servesOperationsOnly(model: Architecture, element: Element): boolean {
  const incoming = model.incoming(element);
  return (
    incoming.length > 0 && model.outgoing(element).length === 0 && incoming.every(({ verb }) => verb === 'backsUp')
  );
}

/** Nothing is known to run on it: then it is a card itself. */
function isBare(model: Architecture, server: Element): boolean {
  return model.children(server).every(({ kind }) => kind === 'firewall' || kind === 'agent');
}
