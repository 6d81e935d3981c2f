import type { CertificateUse, Hop, RequestPair, Span, Transport } from '../../analyses/transport/result.js';
import type { Explained } from '../explained.js';
import { oneOrList } from './one-or-list.js';
import type { SpansDocument } from './spans-schema.js';

/** The hops of all pairs grow with the square of a long chain, and a string has an end. */
const mostHops = 200_000;

/**
 * The ways of requests as JSON for programs, as `spansJsonSchema` describes it. Spans and ways are each told up to a number of
 * hops, shared evenly by the models; what is left out is counted.
 */
export function spansToJson(entries: readonly Explained[], someMissing?: boolean, most = mostHops): string {
  const documents = entries.map((entry) => toDocument(entry, most / entries.length));
  return oneOrList(documents, someMissing);
}

function toDocument({ model, analyses: { transport } }: Explained, most: number): SpansDocument {
  const pairs = firstOf(transport.pairs, ({ spans }) => spans.reduce((sum, { hops }) => sum + hops.length, 0), most);
  const ways = firstOf(transport.ways, ({ hops }) => hops.length, most);
  return {
    format: 'stanchion-spans',
    version: 1,
    model: { name: model.name, environment: model.facts.environment, file: model.at?.file },
    spans: pairs.flatMap((pair) => pair.spans.map((span) => spanDocument(span, pair))),
    pairsLeftOut: transport.pairs.length - pairs.length,
    ways: ways.map(({ from, to, hops }) => ({
      user: from.id,
      store: to.id,
      hops: hops.map((hop) => hopDocument(hop, transport)),
    })),
    waysLeftOut: transport.ways.length - ways.length,
    certificates: transport.certificates.map(certificateDocument),
  };
}

/** As many as it takes to reach a number of hops; further ones are not asked for theirs. */
function firstOf<T>(items: readonly T[], hopsOf: (item: T) => number, most: number): readonly T[] {
  const first: T[] = [];
  for (let hops = 0; first.length < items.length && hops < most; ) {
    const item = items[first.length]!;
    first.push(item);
    hops += hopsOf(item);
  }
  return first;
}

function spanDocument(span: Span, { users, stores }: RequestPair): SpansDocument['spans'][number] {
  return {
    from: ids(span.from),
    to: ids(span.to),
    user: ids(users),
    store: ids(stores),
    encryption: span.encryption,
    version: span.version,
    protocols: [...span.protocols],
    hops: span.hops.map(({ flow }) => flow.id),
    length: span.length,
    terminatedBy: ids(span.terminatedBy),
    certificates: ids(span.certificates),
    crosses: ids(span.crosses),
    crossesSite: span.crossesSite,
    carries: [...span.carries],
    authenticatedBy: [...span.authenticatedBy],
    as: ids(span.accounts),
    clientCertificate: span.clientCertificate,
  };
}

function hopDocument(hop: Hop, transport: Transport): SpansDocument['ways'][number]['hops'][number] {
  const { flow, from, to, listener, encryption, version, certificate, terminates, carries, authenticatedBy } = hop;
  return {
    flow: flow.id,
    from: from.id,
    to: to.id,
    protocol: listener?.protocol,
    port: listener?.port,
    encryption,
    legs: transport.legsOf(flow).map((leg) => ({ from: leg.from.id, to: leg.to.id, encryption: leg.encryption })),
    version,
    certificate: certificate?.id,
    terminates,
    crosses: ids(transport.zonesCrossedBy(flow)),
    carries: [...carries],
    authenticatedBy,
    as: flow.facts.as,
  };
}

function certificateDocument(use: CertificateUse): SpansDocument['certificates'][number] {
  const { id, facts } = use.certificate;
  return {
    certificate: id,
    names: facts.names && [...facts.names],
    issued: facts.issued,
    expires: facts.expires,
    issuer: facts.issuer,
    selfSigned: facts.selfSigned,
    holders: ids(use.holders),
    hosts: ids(use.hosts),
    zones: ids(use.zones),
    isOnSeveralHosts: use.isOnSeveralHosts,
    isAcrossZones: use.isAcrossZones,
    shownBy: use.shownBy.map(({ element, listener }) => ({ element: element.id, listener: listener.name })),
    passedThroughBy: ids(use.passedThroughBy),
    hostNames: use.hostNames.map(({ record, covered }) => ({ record: record.id, host: record.name, covered })),
  };
}

function ids(elements: readonly { readonly id: string }[]): string[] {
  return elements.map(({ id }) => id);
}
