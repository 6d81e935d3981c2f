import type { Architecture, Element, ElementId } from '../../graph/architecture.js';

/**
 * Who holds the key of each certificate: from the listeners that show it and from what it says itself; in the order of the
 * model. Names and groups answer with the listeners of what stands behind them, and hold no key.
 */
export function keyHolders(model: Architecture): ReadonlyMap<ElementId, readonly Element[]> {
  const holders = new Map<ElementId, Set<Element>>(model.byKind.certificate.map(({ id }) => [id, new Set()]));
  for (const element of model.elements) {
    if (element.kind === 'record' || element.kind === 'cluster') continue;
    for (const { tls } of element.listeners ?? []) {
      if (tls && tls.passthrough !== true && tls.certificate !== undefined) holders.get(tls.certificate)?.add(element);
    }
  }
  for (const certificate of model.byKind.certificate) {
    for (const id of certificate.facts.keyHeldBy ?? []) {
      const element = model.byId.get(id);
      if (element) holders.get(certificate.id)?.add(element);
    }
  }
  const place = new Map(model.elements.map((element, index) => [element, index]));
  const inOrder = (left: Element, right: Element) => (place.get(left) ?? 0) - (place.get(right) ?? 0);
  return new Map([...holders].map(([id, elements]) => [id, [...elements].sort(inOrder)]));
}
