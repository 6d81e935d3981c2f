import type { Element, Listener } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import type { Authentication } from '../../vocabulary/words.js';
import { behindName } from './behind-name.js';
import { classesNamed } from './data-travel.js';
import { codes, encryptionNamed, isTls, oldestVersion, tlsOf } from './protection.js';
import { readLazily } from './read-lazily.js';
import { endsTlsAt } from './receptions.js';
import type { RequestGraph } from './request-graph.js';
import type { ClientCertificateFate, Hop, Span } from './result.js';
import { endsTls } from './run-room.js';
import type { Run } from './runs.js';
import { spanLength } from './span-length.js';
import { crossedBy } from './zones-crossed.js';

/** What a span needs besides its run. */
export interface SpanSources {
  readonly graph: RequestGraph;
  readonly hop: (flow: number) => Hop | undefined;
  readonly users: () => readonly number[];
  readonly stores: () => readonly number[];
  readonly clientCertificate: ClientCertificateFate;
}

/** A run in the words of the model. What costs a look at every hop is made when it is read. */
export function makeSpan(run: Run, { graph, hop, users, stores, clientCertificate }: SpanSources): Span {
  const named = (nodes: Iterable<number>) => inOrder(nodes).map((node) => graph.elements[node]!);
  const code = codeOfRun(graph, run);
  const flows = lazily(() => flowsOf(graph, run));
  const listeners = lazily(() => listenersAt(graph, flows()));
  const crossed = lazily(() => crossedBy(graph, run.legs));
  return readLazily<Span>({
    from: () => named(run.from),
    to: () => named(run.to),
    users: () => named(users()),
    stores: () => named(stores()),
    hops: () => flows().flatMap((flow) => hop(flow) ?? []),
    length: () => spanLength(graph, run),
    encryption: () => encryptionNamed(code),
    version: () => (isTls(code) ? oldestVersion([...listeners().ending]) : undefined),
    protocols: () => [...new Set([...listeners().all].map(({ protocol }) => protocol))],
    terminatedBy: () => named(terminators(graph, run, code)),
    certificates: () => certificatesOf(graph, code, [...listeners().all]),
    crosses: () => crossed().zones,
    crossesSite: () => crossed().site,
    carries: () => classesNamed(flows().reduce((bits, flow) => bits | graph.carried[flow]!, 0)),
    authenticatedBy: () => methodsOf(graph, flows()),
    accounts: () => accountsOf(graph, flows()),
    clientCertificate: () => clientCertificate,
  });
}

/** The legs of one flow stand together. */
function flowsOf({ legs }: RequestGraph, run: Run): readonly number[] {
  const flows: number[] = [];
  for (const leg of run.legs) if (flows.at(-1) !== legs.flow[leg]!) flows.push(legs.flow[leg]!);
  return flows;
}

interface ListenersMet {
  readonly all: ReadonlySet<Listener>;
  /** Those of them that TLS ends at. */
  readonly ending: ReadonlySet<Listener>;
}

/** Each once: many flows lead to one. */
function listenersAt({ receptions, standing, to, isNamed }: RequestGraph, flows: readonly number[]): ListenersMet {
  const all = new Set<Listener>();
  const ending = new Set<Listener>();
  const seen = new Set<number>();
  for (const flow of flows) {
    const target = to[flow]!;
    if (isNamed[flow] === 0 && !standing.isGroup(target)) {
      if (seen.has(target)) continue;
      seen.add(target);
    }
    for (const answering of receptions.listenersOfRequest(flow)) {
      all.add(answering.listener);
      if (endsTlsAt(answering)) ending.add(answering.listener);
    }
  }
  return { all, ending };
}

function inOrder(nodes: Iterable<number>): readonly number[] {
  return [...new Set(nodes)].sort((left, right) => left - right);
}

/** All legs of a run have one protection; in front of TLS that is mutual may lie TLS that is passed through to it. */
function codeOfRun(graph: RequestGraph, { legs }: Run): number {
  const first = graph.legs.code[legs[0]!]!;
  if (!isTls(first)) return first;
  const ending = legs.filter((leg) => endsTls(graph, leg));
  const telling = ending.length > 0 ? ending : legs;
  return telling.every((leg) => graph.legs.code[leg] === codes.mutualTls) ? codes.mutualTls : codes.tls;
}

function terminators(graph: RequestGraph, run: Run, code: number): readonly number[] {
  if (code === codes.tunnel) return run.to;
  if (!isTls(code)) return [];
  const ending = run.legs.filter((leg) => endsTls(graph, leg));
  return [...new Set(ending.map((leg) => graph.legs.to[leg]!))].flatMap((target) => behindName(graph, target));
}

function certificatesOf(
  { model, numberOf, elements }: RequestGraph,
  code: number,
  listeners: readonly Listener[],
): readonly Element[] {
  if (!isTls(code)) return [];
  const ids = listeners.flatMap((listener) => tlsOf(listener)?.certificate ?? []);
  const numbers = ids.flatMap((id) => (model.byId.has(id) ? numberOf(id)! : []));
  return inOrder(numbers).map((node) => elements[node]!);
}

function methodsOf({ flows }: RequestGraph, numbers: readonly number[]): readonly Authentication[] {
  return [...new Set(numbers.flatMap((flow) => flows[flow]!.facts.authenticatedBy ?? []))];
}

function accountsOf({ flows, numberOf, elements }: RequestGraph, numbers: readonly number[]): readonly Element[] {
  const accounts = numbers.flatMap((flow) => {
    const { as } = flows[flow]!.facts;
    return as === undefined ? [] : (numberOf(as) ?? []);
  });
  return inOrder(accounts).map((node) => elements[node]!);
}
