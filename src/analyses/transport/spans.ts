import type { Element } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import { clientCertificates } from './client-certificate.js';
import { type RequestGraph, storesAsked } from './request-graph.js';
import type { Hop, RequestPair, Span } from './result.js';
import { type Run, runCutter } from './runs.js';
import { makeSpan } from './span.js';
import { type Stretch, stretchFinder } from './stretch.js';
import { storesBehind, usersBefore } from './who-asks.js';

type CertificateOn = ReturnType<typeof clientCertificates>;

export interface Spans {
  readonly all: readonly Span[];
  readonly pairs: readonly RequestPair[];
}

/** The spans of a model: of all ways together, and of those between each pair of alike users and alike stores. */
export function spansIn(graph: RequestGraph, hop: (flow: number) => Hop | undefined): Spans {
  const users = graph.model.byKind.user.map(({ id }) => graph.numberOf(id)!);
  const stores = lazily(() => storesAsked(graph));
  const finder = lazily(() => stretchFinder(graph));
  const cut = lazily(() => runCutter(graph));

  const spansBetween = (some: readonly number[], asked: readonly number[]): readonly Span[] => {
    const stretch = finder().between(some, asked);
    const certificate = clientCertificates(graph, stretch);
    return alongTheWay(cut()(stretch)).map((run) => spanOf(run, stretch, certificate));
  };

  const spanOf = (run: Run, stretch: Stretch, certificate: CertificateOn): Span =>
    makeSpan(run, {
      graph,
      hop,
      users: () => usersBefore(graph, run, stretch.users),
      stores: () => storesBehind(graph, run, stretch.stores),
      clientCertificate: certificate(run.legs),
    });

  const all = lazily(() => spansBetween(users, stores()));
  const pairs = lazily(() =>
    byGroup(graph, users).flatMap((some) =>
      byGroup(graph, finder().reached(some, stores())).map((asked) => pairOf(graph, some, asked, spansBetween)),
    ),
  );
  return {
    get all() {
      return all();
    },
    get pairs() {
      return pairs();
    },
  };
}

function pairOf(
  graph: RequestGraph,
  users: readonly number[],
  stores: readonly number[],
  spansBetween: (users: readonly number[], stores: readonly number[]) => readonly Span[],
): RequestPair {
  const named = (nodes: readonly number[]): readonly Element[] => nodes.map((node) => graph.elements[node]!);
  const spans = lazily(() => spansBetween(users, stores));
  return {
    users: named(users),
    stores: named(stores),
    get spans() {
      return spans();
    },
  };
}

/** The nearest to the users first. */
function alongTheWay(runs: readonly Run[]): readonly Run[] {
  return [...runs].sort((left, right) => left.rank - right.rank || left.legs[0]! - right.legs[0]!);
}

function byGroup({ groups }: RequestGraph, nodes: readonly number[]): readonly (readonly number[])[] {
  const found = new Map<number, number[]>();
  for (const node of nodes) {
    const group = found.get(groups.of[node]!);
    if (group) group.push(node);
    else found.set(groups.of[node]!, [node]);
  }
  return [...found.values()];
}
