import type { Kind } from '../../vocabulary/kinds.js';
import { traits } from '../../vocabulary/kinds.js';
import type { Flow, FlowId, Pool } from '../architecture.js';
import { type Checked, quoted } from './report.js';

/** A pool is flows of one verb from one element to targets of one kind, of which no more can be needed than there are. */
export function checkPools(checked: Checked): void {
  const { document, report } = checked;
  const flowById = new Map(document.flows.map((flow) => [flow.id, flow]));
  const kindOf = targetKinds(checked);
  document.pools.forEach((pool, index) => {
    const flows = membersOf(pool, index, checked, flowById);
    const at = flows[0]?.at;
    const wrong = (key: string, message: string): void =>
      report(['pools', index, key], `the pool ${quoted(pool.id)} ${message}`, { at });
    if (pool.flows.length === 0) wrong('flows', 'has no flows');
    if (new Set(pool.flows).size < pool.flows.length) wrong('flows', 'has the same flow twice');
    if (flows.some(({ verb, from }) => verb !== pool.verb || from !== pool.from)) {
      wrong('flows', `has flows of another verb or another source than its own`);
    }
    const kinds = [...new Set(flows.flatMap((flow) => kindOf(flow) ?? []))];
    if (kinds.length > 1) wrong('flows', `mixes ${kinds.map((kind) => traits(kind).plural).join(' and ')}`);
    const unmet = unmetNeed(pool);
    if (unmet) wrong('need', unmet);
    if (pool.weights && pool.weights.length !== pool.flows.length) {
      wrong('weights', `has ${pool.weights.length} weights for ${pool.flows.length} flows`);
    }
  });
}

function membersOf(pool: Pool, index: number, { report }: Checked, flowById: ReadonlyMap<FlowId, Flow>): Flow[] {
  return pool.flows.flatMap((id, position) => {
    const flow = flowById.get(id);
    const path = ['pools', index, 'flows', position];
    if (!flow) report(path, `there is no flow ${quoted(id)}`);
    else if (flow.pool !== pool.id)
      report(path, `the flow ${quoted(id)} does not name this pool as its own`, { at: flow.at });
    return flow ? [flow] : [];
  });
}

function unmetNeed({ need, flows }: Pool): string | undefined {
  if (need > flows.length) return `needs ${need} of its ${flows.length} members`;
  if (need > 1 && !Number.isInteger(need)) return `needs ${need} members: a whole number, or a share below 1`;
  return undefined;
}

/** A cluster counts as its members' kind. */
function targetKinds({ document, elementById }: Checked): (flow: Flow) => Kind | undefined {
  const memberKinds = new Map(document.clusters.map(({ id, memberKind }) => [id, memberKind]));
  return (flow) => memberKinds.get(flow.to) ?? elementById.get(flow.to)?.kind;
}
