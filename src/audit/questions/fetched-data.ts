import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { type DataClass, dataClasses } from '../../vocabulary/words.js';
import { storeGroups } from './store-groups.js';
import { storeKinds } from './store-kinds.js';

/** What elements hold, and what they fetch from the stores that their requests lead to. */
export interface Fetched {
  heldBy(element: Element): ReadonlySet<DataClass>;
  /** What it holds included. */
  by(element: Element): ReadonlySet<DataClass>;
  /** A store that does not tell what it holds, and that requests to the element lead to. */
  untoldBehind(element: Element): Element | undefined;
}

/** Data classes as bits, in the order of the vocabulary, and one for what nobody tells. */
type Bits = number;
const untold: Bits = 1 << dataClasses.length;

export function fetchedData(model: Architecture): Fetched {
  const held = heldData(model);
  const fetched = new Map(held);
  const origin = new Map<Element, Element>();
  for (const [element, bits] of held) if (bits & untold) origin.set(element, element);
  const waiting = [...held.keys()];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const bits = fetched.get(element) ?? 0;
    for (const { asker, mask } of askersOf(model, element)) {
      const before = fetched.get(asker) ?? 0;
      const after = before | (bits & mask);
      if (after === before) continue;
      fetched.set(asker, after);
      if ((after & ~before & untold) !== 0) origin.set(asker, origin.get(element) ?? element);
      waiting.push(asker);
    }
  }
  return {
    heldBy: (element) => classesOf(held.get(element) ?? 0),
    by: (element) => classesOf(fetched.get(element) ?? 0),
    untoldBehind: (element) => origin.get(element),
  };
}

/** Copies of each other hold the same; what a backup store keeps comes with the backups. */
function heldData(model: Architecture): Map<Element, Bits> {
  const held = new Map<Element, Bits>();
  for (const { members, cluster } of storeGroups(model, storeKinds)) {
    const all = [...members, ...(cluster ? [cluster] : [])];
    const isTold =
      all.some(({ facts }) => facts.holds !== undefined) || all.some((one) => isFilledByBackups(model, one));
    const bits = all.reduce((sum, { facts }) => sum | bitsOf(facts.holds ?? []), isTold ? 0 : untold);
    for (const one of all) held.set(one, bits);
  }
  for (const service of model.byKind.externalService) held.set(service, bitsOf(service.facts.holds ?? []));
  return held;
}

function isFilledByBackups(model: Architecture, element: Element): boolean {
  return model.incoming(element).some(({ verb }) => verb === 'backsUp');
}

interface Asker {
  readonly asker: Element;
  /** What the flow lets back, where it says what it carries. */
  readonly mask: Bits;
}

/** A group fetches what its members do, and each of them what the group does. A caller outside is another's. */
function askersOf(model: Architecture, element: Element): readonly Asker[] {
  if (element.kind === 'externalService') return [];
  const elementsOf = (ids: readonly string[]) => ids.flatMap((id) => model.byId.get(id) ?? []);
  const members = elementsOf(model.clusterById.get(element.id)?.members ?? []);
  const groups = elementsOf(model.clustersOf(element).map(({ id }) => id));
  const askers = model.incoming(element).flatMap((flow) => {
    const asker = isTraffic(flow) ? model.byId.get(flow.from) : undefined;
    return asker && !isOutside(asker) ? [{ asker, mask: flow.facts.carries ? bitsOf(flow.facts.carries) : ~0 }] : [];
  });
  return [...askers, ...[...members, ...groups].map((asker) => ({ asker, mask: ~0 }))];
}

export function isTraffic({ verb }: Flow): boolean {
  return verbs[verb].sort === 'traffic';
}

function isOutside({ kind }: Element): boolean {
  return kind === 'externalService' || kind === 'user';
}

function bitsOf(classes: readonly DataClass[]): Bits {
  return classes.reduce((bits, name) => bits | (1 << dataClasses.indexOf(name)), 0);
}

const namedBefore = new Map<Bits, ReadonlySet<DataClass>>();

function classesOf(bits: Bits): ReadonlySet<DataClass> {
  const before = namedBefore.get(bits);
  if (before) return before;
  const classes = new Set(dataClasses.filter((_, index) => (bits & (1 << index)) !== 0));
  namedBefore.set(bits, classes);
  return classes;
}
