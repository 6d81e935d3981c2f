import type { Architecture, Flow, FlowFacts, Pool } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';

/** How requests use what they reach: only what the verb says. */
export type Access = 'read' | 'write' | 'any';

/** What one statement of the model sends: one flow, or the flows of a pool, which share it. */
export interface Statement {
  readonly flows: readonly Flow[];
  readonly access: Access;
  readonly pool?: Pool;
  /** How much each flow takes, in their order; only the proportions count. */
  readonly weights: readonly number[];
  readonly requestsPerSecond: Told;
  readonly perRequest: Told;
}

/** What the flows of a statement tell together; undefined where none tells. */
export interface Told {
  readonly total: number | undefined;
  /** Flows that each tell a figure of their own share by it, and one that tells none makes the total a lower bound. */
  readonly weights: readonly number[] | undefined;
  readonly isComplete: boolean;
}

/**
 * The statements that carry requests. Replication and operations (telemetry, probes, backups, administration) only do
 * where they tell how many; a name's answers only where they do, as otherwise they carry on what asks for the name.
 */
export function statementsIn(model: Architecture): readonly Statement[] {
  const statements: Statement[] = [];
  const seen = new Set<Pool>();
  for (const flow of model.flows) {
    const pool = flow.pool === undefined ? undefined : model.poolById.get(flow.pool);
    if (pool && seen.has(pool)) continue;
    if (pool) seen.add(pool);
    const members = (pool?.flows ?? [flow.id]).flatMap((id, place) => {
      const one = model.flowById.get(id);
      return one ? [{ flow: one, weight: pool?.weights?.[place] ?? 1 }] : [];
    });
    const statement = statementOf(members, pool);
    if (carries(statement)) statements.push(statement);
  }
  return statements;
}

function carries({ flows, requestsPerSecond }: Statement): boolean {
  const verb = flows[0]?.verb;
  if (verb === undefined) return false;
  return (verbs[verb].sort === 'traffic' && verb !== 'resolvesTo') || requestsPerSecond.total !== undefined;
}

function statementOf(
  members: readonly { readonly flow: Flow; readonly weight: number }[],
  pool: Pool | undefined,
): Statement {
  const flows = members.map(({ flow }) => flow);
  const requestsPerSecond = told(flows, 'requestsPerSecond');
  const perRequest = told(flows, 'perRequest');
  return {
    flows,
    access: accessOf(flows[0]),
    ...(pool && { pool }),
    weights: requestsPerSecond.weights ?? perRequest.weights ?? members.map(({ weight }) => weight),
    requestsPerSecond,
    perRequest,
  };
}

function accessOf(flow: Flow | undefined): Access {
  if (flow?.verb === 'reads') return 'read';
  return flow?.verb === 'writes' ? 'write' : 'any';
}

/** One figure on a pool is of the whole pool, as one call wrote it; different ones are of each flow alone. */
function told(flows: readonly Flow[], fact: keyof Pick<FlowFacts, 'requestsPerSecond' | 'perRequest'>): Told {
  const figures = flows.map(({ facts }) => facts[fact]);
  const known = figures.filter((figure) => figure !== undefined);
  const [first] = known;
  if (known.every((figure) => figure === first)) return { total: first, weights: undefined, isComplete: true };
  return {
    total: known.reduce((sum, figure) => sum + figure, 0),
    weights: figures.map((figure) => figure ?? 0),
    isComplete: known.length === figures.length,
  };
}
