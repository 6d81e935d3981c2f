import type {
  ArchitectureDocument,
  Element,
  ElementFacts,
  Flow,
  FlowFacts,
  Listener,
} from '../../../src/graph/architecture.js';
import { type Kind, traits } from '../../../src/vocabulary/kinds.js';
import { byPlace } from './by-place.js';
import { statements } from './statements.js';

/** A model after one edit of its source, and what was edited. */
export interface Edited {
  readonly edit: string;
  readonly document: ArchitectureDocument;
}

/**
 * What an author could write in one place: a fact on one call, another listener, one statement more, one statement less. What
 * one call makes several times is changed in each of them, as it is in the source.
 */
export function* singleEdits(document: ArchitectureDocument): Generator<Edited> {
  yield* onElements(document);
  yield* onFlows(document);
  yield* statements(document);
}

const elementFacts: readonly (readonly [wanted: (element: Element) => boolean, facts: ElementFacts])[] = [
  [() => true, { owner: 'web team' }],
  [({ kind }) => traits(kind).running === true, { software: 'something else 1.0' }],
  [({ kind }) => runs(kind), { instances: 2 }],
  [({ kind }) => traits(kind).store === true, { encryptedAtRest: true }],
  [({ kind }) => traits(kind).store === true, { holds: ['personal'], rpo: '1 h', rto: '1 h' }],
  [({ kind }) => kind === 'firewall', { incoming: 'deny' }],
  [({ kind }) => kind === 'firewall', { incoming: 'allow' }],
  [({ kind }) => kind === 'loadBalancer', { forwardsClientCertificate: true }],
  [({ kind }) => kind === 'loadBalancer', { filters: ['web application firewall', 'rate limit'] }],
  [({ kind }) => kind === 'certificate', { expires: '2027-06-30', issuer: 'public authority' }],
];

function runs(kind: Kind): boolean {
  return traits(kind).running === true && traits(kind).store !== true;
}

const flowFacts: readonly (readonly [wanted: Flow['verb'], facts: FlowFacts])[] = [
  ['balances', { healthCheck: '/health' }],
  ['balances', { sticky: true }],
  ['reports', { sends: ['metrics', 'logs'] }],
  ['replicates', { failover: 'manual', lagAlert: '10 s' }],
  ['reads', { authenticatedBy: 'password' }],
  ['writes', { authenticatedBy: 'password' }],
  ['forwards', { optional: true }],
  ['visits', { authenticatedBy: 'password' }],
];

function* onElements(document: ArchitectureDocument): Generator<Edited> {
  for (const same of byPlace(document.elements)) {
    const name = `${same[0]?.kind} ${same[0]?.name}`;
    for (const [, facts] of elementFacts.filter(([isMeant]) => same.every(isMeant))) {
      const elements = changed(document.elements, same, (element) => ({
        ...element,
        facts: { ...element.facts, ...facts },
      }));
      yield { edit: `${name}: ${JSON.stringify(facts)}`, document: { ...document, elements } };
    }
    if (same.every(({ listeners = [] }) => listeners.length > 0)) {
      const elements = changed(document.elements, same, (element) => ({
        ...element,
        listeners: (element.listeners ?? []).map((listener) => encrypted(listener, document)),
      }));
      yield { edit: `${name}: encrypted`, document: { ...document, elements } };
    }
  }
}

function encrypted(listener: Listener, document: ArchitectureDocument): Listener {
  const protocol = listener.protocol === 'http' ? 'https' : listener.protocol;
  const certificate = document.elements.find(({ kind }) => kind === 'certificate')?.id;
  const tls = { minimumVersion: '1.2', hsts: true, ...(certificate !== undefined && { certificate }) } as const;
  return { name: listener.name, protocol, tls };
}

function* onFlows(document: ArchitectureDocument): Generator<Edited> {
  for (const same of byPlace(document.flows)) {
    for (const [, facts] of flowFacts.filter(([verb]) => same.every((flow) => flow.verb === verb))) {
      const flows = changed(document.flows, same, (flow) => ({ ...flow, facts: { ...flow.facts, ...facts } }));
      yield { edit: `${same[0]?.id}: ${JSON.stringify(facts)}`, document: { ...document, flows } };
    }
  }
}

function changed<T>(all: readonly T[], some: readonly T[], change: (item: T) => T): readonly T[] {
  return all.map((item) => (some.includes(item) ? change(item) : item));
}
