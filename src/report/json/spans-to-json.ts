import type { CertificateUse, Hop, RequestPair, Span, Transport } from '../../analyses/transport/result.js';
import type { Explained } from '../explained.js';
import type { SpansDocument } from './spans-schema.js';

/** The ways of requests as JSON for programs, as `spansJsonSchema` describes it. */
export function spansToJson(entries: readonly Explained[]): string {
  const documents = entries.map(toDocument);
  const [first] = documents;
  return `${JSON.stringify(documents.length === 1 ? first : documents, undefined, 2)}\n`;
}

function toDocument({ model, analyses: { transport } }: Explained): SpansDocument {
  return {
    format: 'stanchion-spans',
    version: 1,
    model: { name: model.name, environment: model.facts.environment, file: model.at?.file },
    spans: transport.pairs.flatMap((pair) => pair.spans.map((span) => spanDocument(span, pair))),
    ways: transport.ways.map(({ from, to, hops }) => ({
      user: from.id,
      store: to.id,
      hops: hops.map((hop) => hopDocument(hop, transport)),
    })),
    certificates: transport.certificates.map(certificateDocument),
  };
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
