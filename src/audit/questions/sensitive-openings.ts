import { endpointsOf } from '../../analyses/network/endpoints.js';
import { serviceOf } from '../../analyses/network/ports.js';
import type { Network } from '../../analyses/network/result.js';
import type { Architecture, Element, Listener } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';
import type { Edit } from '../edit.js';
import { groupBy } from './group-by.js';
import { isFromEverywhere, type Opening, openingTo, portOf } from './internet-openings.js';
import { storeKinds } from './store-kinds.js';

/** What nobody outside should get to: a store, or a way to administer something. */
export interface SensitiveOpening {
  readonly element: Element;
  /** Left out where the element tells none. */
  readonly listener?: Listener;
  readonly sort: 'store' | 'administration';
  readonly opening: Opening;
}

/** Object stores are left out: browsers fetch pictures from them, and each request proves who sends it. */
export const hiddenStores: readonly Kind[] = storeKinds.filter((kind) => kind !== 'objectStore');

/** Secure shell, telnet, remote desktop, VNC, remote management of Windows. */
export const administrationPorts: readonly number[] = [22, 23, 3389, 5900, 5985, 5986];

/** They are there to be administered through. */
const gates: readonly Kind[] = ['bastion', 'vpnGateway'];

type Judge = { readonly model: Architecture; readonly network: Network };

/** The listeners of that sort that packets from the internet are known to reach, in the order of the model. */
export function sensitiveOpenings(judge: Judge, ports = administrationPorts): readonly SensitiveOpening[] {
  const found: SensitiveOpening[] = [];
  for (const element of judge.model.elements) {
    if (!hiddenStores.includes(element.kind) && !element.listeners) continue;
    const sorts = (element.listeners ?? [undefined]).map((listener) => sortOf(element, listener, ports));
    if (sorts.every((sort) => sort === undefined)) continue;
    for (const { listener, passage } of judge.network.exposureOf(element).listeners) {
      const sort = sortOf(element, listener, ports);
      if (passage !== 'open' || sort === undefined) continue;
      const opening = openingTo(judge, element, listener);
      found.push({ element, ...(listener && { listener }), sort, opening });
    }
  }
  return found;
}

function sortOf(
  element: Element,
  listener: Listener | undefined,
  ports: readonly number[],
): SensitiveOpening['sort'] | undefined {
  if (listener && isAdministration(element, listener, ports)) return 'administration';
  return hiddenStores.includes(element.kind) && listener?.protocol !== 'ssh' ? 'store' : undefined;
}

/** Whether it is a way to administer the machine, on anything but what is there for that. */
export function isAdministration({ kind }: Element, listener: Listener, ports: readonly number[]): boolean {
  if (gates.includes(kind)) return false;
  return listener.protocol === 'ssh' || ports.includes(serviceOf(listener)?.port ?? 0);
}

/** What one rule opens, on firewalls that were made alike. */
export interface OpenedByRule<Item> {
  readonly guards: readonly Element[];
  /** From 0; left out where no one rule opens it. */
  readonly index?: number;
  readonly items: readonly Item[];
}

export function groupedByRule<Item extends { readonly opening: Opening }>(
  items: readonly Item[],
): readonly OpenedByRule<Item>[] {
  const byRule = groupBy(
    items.flatMap((item) => (item.opening.cause === 'rule' ? [{ item, ...item.opening }] : [])),
    ({ guard, index = -1 }) => `${guard.tier === undefined ? `element ${guard.id}` : `tier ${guard.tier}`} ${index}`,
  );
  return [...byRule.values()].map((same) => {
    const index = same[0]?.index;
    const guards = [...new Set(same.map(({ guard }) => guard))];
    return { guards, ...(index !== undefined && { index }), items: same.map(({ item }) => item) };
  });
}

/** What tells findings on the same elements apart, however rules are numbered: by which firewalls, and to what. */
export function openedBetween({
  guards,
  items,
}: OpenedByRule<{ readonly element: Element; readonly listener?: Listener }>): string {
  const opened = items.map(({ element, listener }) =>
    listener ? `${element.id} ${listener.name} ${portOf(listener)}` : element.id,
  );
  return JSON.stringify([guards.map(({ id }) => id).sort(), [...new Set(opened)].sort()]);
}

/** Takes away a rule that leads to nothing but what it should not lead to. */
export function withoutRule(
  model: Architecture,
  { guards, index }: OpenedByRule<unknown>,
  isOnly: (target: Element, listener: string | undefined) => boolean,
): readonly Edit[] | undefined {
  const rules = guards.flatMap((guard) => (index === undefined ? [] : (guard.rules?.[index] ?? [])));
  const isPlain = rules.every(
    (rule) =>
      isFromEverywhere(model, rule) &&
      rule.to.every((end) => {
        const named = 'element' in end ? model.byId.get(end.element) : undefined;
        return (
          named && endpointsOf(model, named).every((one) => isOnly(one, 'element' in end ? end.listener : undefined))
        );
      }),
  );
  // Alike firewalls have theirs from one statement.
  const positions = new Map(rules.flatMap(({ at }) => (at ? [[`${at.file}:${at.line}:${at.column}`, at]] : [])));
  return isPlain && positions.size > 0 ? [...positions.values()].map((remove) => ({ remove })) : undefined;
}
