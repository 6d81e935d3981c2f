import type { Architecture, Element } from '../../../graph/architecture.js';
import { traits } from '../../../vocabulary/kinds.js';
import { lineOfData } from '../data/line-of-data.js';
import { dataEntries, isEdge, movesData } from '../data/moves-data.js';
import { sumUpStores } from '../data/sum-up-stores.js';
import { tellStore } from '../data/tell-store.js';
import type { View } from '../view.js';

/** Stores, who reads and writes them, their copies and backups, and the classes of data. No people, no edge, no firewalls. */
export const data: View = {
  name: 'data',
  about: 'data',
  direction: 'TB',
  frames: 'zones',
  isTerse: true,
  folding: { mostOfATier: 3, some: 24, many: 30 },
  families: ['data', 'privacy'],
  showsFailover: false,
  guards: 'none',
  skipsPassage: true,
  draws: movesData,
  shows: (element, model, touched) =>
    traits(element.kind).store === true || (touched.has(element.id) && usesData(model, element)),
  say: lineOfData,
  tell: tellStore,
  sumUp: sumUpStores,
};

/** A proxy at the edge only where it leads to stores. */
function usesData(model: Architecture, element: Element): boolean {
  if (!isEdge(element)) return element.kind !== 'user';
  return model.outgoing(element).some(({ to }) => dataEntries(model).has(to));
}
