import type { Architecture, Element, ElementId, Listener } from '../../graph/architecture.js';
import { type Day, dayNumber } from '../../vocabulary/units.js';
import { instancesOf } from '../faults/spread.js';
import { coversHost, isHostName } from './host-names.js';
import { passesThrough, tlsOf } from './protection.js';
import type { RequestGraph } from './request-graph.js';
import type { CertificateUse, ServedName, Validity } from './result.js';
import { shownBehind } from './shown-behind.js';

interface Showing {
  readonly element: Element;
  readonly listener: Listener;
}

/** What is known of each certificate: who holds its key, where it is shown, and for which names. */
export function certificateUses(
  graph: RequestGraph,
  holdersOf: (certificate: Element) => readonly Element[],
): readonly CertificateUse[] {
  const { model } = graph;
  const shown = listenersShowing(model);
  const passing = passedThrough(graph);
  const served = servedNames(graph);
  return model.byKind.certificate.map((certificate): CertificateUse => {
    const holders = holdersOf(certificate);
    const hosts = distinct(holders.map((holder) => model.hostOf(holder) ?? holder));
    const places = new Set(
      holders.filter(({ kind }) => kind !== 'externalService').map((holder) => model.zoneOf(holder)),
    );
    return {
      certificate,
      holders,
      hosts,
      zones: [...places].flatMap((zone) => zone ?? []),
      isOnSeveralHosts: hosts.length > 1 || hosts.some((host) => isSeveral(model, host)),
      isAcrossZones: places.size > 1,
      shownBy: shown.get(certificate.id) ?? [],
      passedThroughBy: passing.get(certificate.id) ?? [],
      hostNames: served.get(certificate.id) ?? [],
    };
  });
}

/** One element for several machines that a controller keeps alike, or inside one. */
function isSeveral(model: Architecture, host: Element): boolean {
  return [host, ...model.ancestors(host)].some((element) => instancesOf(element) > 1);
}

/** Names and groups answer with the listeners of what stands behind them. */
function listenersShowing(model: Architecture): ReadonlyMap<ElementId, readonly Showing[]> {
  const shown = new Map<ElementId, Showing[]>();
  for (const element of model.elements) {
    if (element.kind === 'record' || element.kind === 'cluster') continue;
    for (const listener of element.listeners ?? []) {
      const id = tlsOf(listener)?.certificate;
      if (id !== undefined) append(shown, id, { element, listener });
    }
  }
  return shown;
}

function passedThrough(graph: RequestGraph): ReadonlyMap<ElementId, readonly Element[]> {
  const passing = new Map<ElementId, Element[]>();
  for (const element of graph.model.elements) {
    if (element.kind === 'record' || element.kind === 'cluster') continue;
    if (!element.listeners?.some((listener) => passesThrough(listener, element.kind))) continue;
    for (const id of shownBehind(graph, element)) append(passing, id, element);
  }
  return passing;
}

/** The host names of the records that lead to a listener with the certificate, also one behind a pass-through. */
function servedNames(graph: RequestGraph): ReadonlyMap<ElementId, readonly ServedName[]> {
  const { model } = graph;
  const served = new Map<ElementId, ServedName[]>();
  for (const record of model.byKind.record) {
    if (!isHostName(record.name)) continue;
    for (const id of certificatesShownFor(graph, record)) {
      const names = model.byId.get(id)?.facts.names;
      append(served, id, { record, covered: names?.some((name) => coversHost(name, record.name)) });
    }
  }
  return served;
}

function certificatesShownFor(graph: RequestGraph, record: Element): ReadonlySet<ElementId> {
  const { model, numberOf, elements, standing } = graph;
  const found = new Set<ElementId>();
  const meant = new Set(model.outgoing(record).map(({ listener }) => listener));
  for (const node of standing.endpointsOf(numberOf(record.id)!)) {
    const { kind, listeners = [] } = elements[node]!;
    for (const listener of listeners) {
      if (!meant.has(undefined) && !meant.has(listener.name)) continue;
      const tls = tlsOf(listener);
      if (tls?.certificate !== undefined) found.add(tls.certificate);
      if (passesThrough(listener, kind)) for (const id of shownBehind(graph, elements[node]!)) found.add(id);
    }
  }
  return found;
}

/** From the day it is issued through the day it expires; unknown where the day that decides is not told. */
export function validityOf({ facts }: Element, day: Day): Validity {
  const now = dayNumber(day) ?? Number.NaN;
  const first = facts.issued === undefined ? undefined : dayNumber(facts.issued);
  const last = facts.expires === undefined ? undefined : dayNumber(facts.expires);
  if (first !== undefined && now < first) return 'not yet valid';
  if (last === undefined) return 'unknown';
  return now > last ? 'expired' : 'valid';
}

function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
