import type { Architecture, Element } from '../../graph/architecture.js';
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

/** The elements that a view has cards for, in the order of the model. `guards`: the firewalls that are cards. */
export function shownElements(
  stage: Stage,
  strokes: readonly Stroke[],
  guards: readonly Element[],
): readonly Element[] {
  const { model, view } = stage;
  const touched = new Set(strokes.filter(({ line }) => line.sort === 'traffic').flatMap(({ from, to }) => [from, to]));
  const cards = model.elements.filter(
    (element) => isCard(stage, element, guards) && view.shows(element, model, touched),
  );
  const occupied = new Set(cards.flatMap((element) => model.ancestors(element)));
  const bare = new Set(
    model.byKind.server.filter(
      (server) => !occupied.has(server) && isBare(model, server) && view.shows(server, model, touched),
    ),
  );
  const chosen = new Set(cards);
  return model.elements.filter((element) => chosen.has(element) || bare.has(element));
}

function isCard({ model, clusters }: Stage, element: Element, guards: readonly Element[]): boolean {
  if (neverCards.has(element.kind) || element.kind === 'server') return false;
  if (element.kind === 'firewall') return guards.includes(element);
  if (element.kind === 'cluster') return clusters.get(element.id)?.form === 'card';
  return element.kind !== 'agent' || element.parent === undefined || !model.byId.has(element.parent);
}

/** Nothing is known to run on it: then it is a card itself. */
function isBare(model: Architecture, server: Element): boolean {
  return model.children(server).every(({ kind }) => kind === 'firewall' || kind === 'agent');
}
