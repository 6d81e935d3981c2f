import { listUniverse } from '../analyses/faults/universe.js';
import type { Architecture, Element } from '../graph/architecture.js';
import { nearestName } from '../vocabulary/nearest-name.js';

/** What a name typed by a person stands for in one model. `several`: more than one element has it, and none was meant. */
export type Found =
  | { readonly sort: 'found'; readonly elements: readonly Element[] }
  | { readonly sort: 'several'; readonly elements: readonly Element[] }
  | { readonly sort: 'none' };

/** By id, by a name that only one has, or by the name of a tier, which is all of its elements. Providers are elements here. */
export function findElements(typed: string, model: Architecture): Found {
  const { elements, indexOf } = listUniverse(model);
  const byId = elements[indexOf.get(typed) ?? -1];
  if (byId) return { sort: 'found', elements: [byId] };
  const named = elements.filter(({ name }) => name === typed);
  if (named.length === 1) return { sort: 'found', elements: named };
  const tier = elements.filter((element) => element.tier === typed);
  if (tier.length > 0) return { sort: 'found', elements: tier };
  return named.length > 1 ? { sort: 'several', elements: named } : { sort: 'none' };
}

const mostNear = 3;

/** The ids of what is most like the text: those that contain it, then those that differ from it by few letters. */
export function nearestIds(typed: string, model: Architecture): readonly string[] {
  const { elements } = listUniverse(model);
  const wanted = typed.toLowerCase();
  const containing = elements.filter(({ id }) => id.toLowerCase().includes(wanted)).map(({ id }) => id);
  const name = nearestName(
    typed,
    elements.map((element) => element.name),
  );
  const byName = elements.filter((element) => element.name === name).map(({ id }) => id);
  const byId = nearestName(
    typed,
    elements.map(({ id }) => id),
  );
  return [...new Set([...containing, ...byName, ...(byId === undefined ? [] : [byId])])].slice(0, mostNear);
}
