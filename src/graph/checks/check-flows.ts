import { type Checked, quoted } from './report.js';

/** A flow names a pool that has it. */
export function checkFlows({ document, report, nearest: nearestOf }: Checked): void {
  const pools = new Map(document.pools.map((pool) => [pool.id, new Set(pool.flows)]));
  document.flows.forEach((flow, index) => {
    if (flow.pool === undefined) return;
    const members = pools.get(flow.pool);
    if (!members) {
      const nearest = nearestOf(flow.pool, [...pools.keys()]);
      const hint = nearest === undefined ? undefined : `Did you mean ${quoted(nearest)}?`;
      report(['flows', index, 'pool'], `there is no pool ${quoted(flow.pool)}`, { hint, at: flow.at });
    } else if (!members.has(flow.id)) {
      report(['flows', index, 'pool'], `the pool ${quoted(flow.pool)} does not list this flow`, { at: flow.at });
    }
  });
}
