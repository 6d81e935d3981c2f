import { endpointsOf } from '../../../analyses/network/endpoints.js';
import type { Architecture, Element, Listener } from '../../../graph/architecture.js';
import type { Pill } from '../scene.js';
import { joined } from '../spoken.js';
import type { Told } from '../view.js';
import { portOf, portsOf, type Reached } from './exposed.js';
import { groundOf } from './ground.js';
import { openingsInShort, openingsInWords } from './openings.js';

/** Of a firewall its openings, of a place its addresses, of everything else what the internet reaches of it. */
export function tellNetwork(element: Element, model: Architecture, _hasEye: boolean, hasShield: boolean): Told {
  if (element.kind === 'firewall') {
    return { facts: openingsInShort(model, element), spoken: [openingsInWords(model, element)] };
  }
  const guards = hasShield ? model.byKind.firewall.filter(({ parent }) => parent === element.id) : [];
  const openings = guards.flatMap((guard) => openingsInShort(model, guard));
  const told = guards.map((guard) => openingsInWords(model, guard));
  if (element.kind === 'zone' || element.kind === 'server') {
    return { facts: openings.length > 0 ? openings : placeWords(element), spoken: told };
  }
  // A group's members say it each.
  if (element.kind === 'cluster' && model.clusterById.get(element.id)?.members.length) return { spoken: told };
  const reached = reachedOf(model, element);
  const pill = reached && pillOf(reached);
  return { facts: openings, ...(pill && { pill }), spoken: [...told, ...(reached ? reachedInWords(reached) : [])] };
}

/** What anybody on the internet sees of a place is its address, of people inside its trust. */
function placeWords({ kind, name, facts }: Element): readonly string[] {
  if (kind === 'server')
    return [facts.publicAddress, facts.address].filter((word) => typeof word === 'string').slice(0, 1);
  return [facts.trust === name ? undefined : facts.trust, [facts.cidr].flat()[0]].filter((word) => word !== undefined);
}

/** Of an address that several share, what is reached of any of them. */
function reachedOf(model: Architecture, element: Element): Reached | undefined {
  const { exposed } = groundOf(model);
  const all = endpointsOf(model, element).flatMap((one) => exposed.get(one) ?? []);
  if (all.length === 0) return undefined;
  const each = (of: (one: Reached) => Reached['anyone']) => [...new Set(all.flatMap(of))];
  return {
    anyone: each(({ anyone }) => anyone),
    undeclared: [],
    some: each(({ some }) => some),
    addresses: [...new Set(all.flatMap(({ addresses }) => addresses))],
    unknown: each(({ unknown }) => unknown),
  };
}

function pillOf({ anyone, some, unknown }: Reached): Pill | undefined {
  if (anyone.length > 0) return { sort: 'internet', text: `internet: ${portsOf(anyone)}` };
  if (some.length > 0) return { sort: 'part of the internet', text: `named addresses: ${portsOf(some)}` };
  return unknown.length > 0 ? { sort: 'internet not known', text: 'internet: not known' } : undefined;
}

function reachedInWords({ anyone, some, addresses, unknown }: Reached): readonly string[] {
  return [
    anyone.length > 0 ? `Packets from anywhere on the internet reach it: ${portsInWords(anyone)}` : '',
    some.length > 0 ? `Of the internet, packets from ${joined(addresses)} reach it: ${portsInWords(some)}` : '',
    unknown.length > 0 ? `The model does not say whether the internet reaches it: ${portsInWords(unknown)}` : '',
  ].filter((text) => text !== '');
}

function portsInWords(listeners: readonly (Listener | undefined)[]): string {
  const ports = listeners.map((listener) => {
    if (!listener) return 'any port';
    const port = portOf(listener);
    return port === undefined ? `${listener.protocol}, port not stated` : `port ${port}`;
  });
  return joined([...new Set(ports)]);
}
