import type { Architecture, Element, ElementFacts } from '../../graph/architecture.js';
import { complementOf } from '../faults/availability/complement-of.js';
import type { Statement } from './statements.js';

/** How many requests a statement sends for each that arrives at its source, and where the number comes from. */
export type Factor =
  | { readonly by: 'told' | 'one each' | 'hits' | 'queue'; readonly value: number }
  /** Nothing is told; one call for each request is taken. */
  | { readonly by: 'assumed call' | 'assumed forward'; readonly value: number }
  | { readonly by: 'unknown'; readonly missing: 'hitRatio' | 'perRequest' };

/**
 * A balancer and a proxy hand on each request once, save what a cache in the way answers (`hitRatio`); a CDN that tells no
 * hit ratio hands on nobody knows how much. A proxy with several statements has routes, and nobody knows what takes which.
 */
export function factorsOf(model: Architecture, statements: readonly Statement[]): readonly Factor[] {
  const routes = countRoutes(statements);
  return statements.map((statement) => factorOf(model, statement, routes));
}

function countRoutes(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const routes = new Map<string, number>();
  for (const { flows } of statements.filter(isHandedOn)) {
    const source = flows[0]!.from;
    routes.set(source, (routes.get(source) ?? 0) + 1);
  }
  return routes;
}

function isHandedOn({ flows }: Statement): boolean {
  return flows[0]!.verb === 'balances' || flows[0]!.verb === 'forwards';
}

function factorOf(model: Architecture, statement: Statement, routes: ReadonlyMap<string, number>): Factor {
  const { verb, from } = statement.flows[0]!;
  if (verb === 'consumes') return { by: 'queue', value: 1 };
  if (statement.perRequest.total !== undefined) return { by: 'told', value: statement.perRequest.total };
  if (!isHandedOn(statement)) return { by: 'assumed call', value: 1 };
  if ((routes.get(from) ?? 0) > 1) return { by: 'unknown', missing: 'perRequest' };
  return verb === 'balances' ? { by: 'one each', value: 1 } : forwarding(model, from);
}

function forwarding(model: Architecture, source: string): Factor {
  const element = model.byId.get(source);
  if (!element) return { by: 'one each', value: 1 };
  const { kind, hitRatio } = cacheInTheWay(model, element);
  if (hitRatio !== undefined) return { by: 'hits', value: complementOf(hitRatio) };
  if (kind === 'cdn') return { by: 'unknown', missing: 'hitRatio' };
  return { by: kind === 'webServer' ? 'one each' : 'assumed forward', value: 1 };
}

/** A cluster answers as its members do, where it tells nothing of its own and they all tell the same. */
function cacheInTheWay(model: Architecture, element: Element): Pick<Element, 'kind'> & Pick<ElementFacts, 'hitRatio'> {
  const cluster = model.clusterById.get(element.id);
  const { hitRatio } = element.facts;
  if (!cluster || hitRatio !== undefined) return { kind: cluster?.memberKind ?? element.kind, ...told(hitRatio) };
  const ratios = new Set(cluster.members.map((id) => model.byId.get(id)?.facts.hitRatio));
  const [only] = ratios;
  return { kind: cluster.memberKind, ...(ratios.size === 1 && told(only)) };
}

function told(hitRatio: number | undefined): Pick<ElementFacts, 'hitRatio'> {
  return hitRatio === undefined ? {} : { hitRatio };
}
