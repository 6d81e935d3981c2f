import type { Element, Flow } from '../architecture.js';
import { type Checked, quoted } from './report.js';

/** A flow names a listener that its target has, and a pool that has it. */
export function checkFlows(checked: Checked): void {
  const { document, elementById, report, nearest: nearestOf } = checked;
  const pools = new Map(document.pools.map((pool) => [pool.id, new Set(pool.flows)]));
  document.flows.forEach((flow, index) => {
    const target = elementById.get(flow.to);
    if (target) checkListener(checked, flow, index, target);
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

/** Of more, nobody reads all. */
const mostNames = 20;

/** Records and clusters answer with the listeners of what stands behind them. */
function checkListener(
  { report, nearest: nearestOf }: Checked,
  { listener, at }: Flow,
  index: number,
  target: Element,
): void {
  if (listener === undefined || target.kind === 'record' || target.kind === 'cluster') return;
  const names = (target.listeners ?? []).map(({ name }) => name);
  if (names.includes(listener)) return;
  const nearest = nearestOf(listener, names);
  const known = names.slice(0, mostNames).map(quoted).join(', ');
  const hint =
    nearest !== undefined ? `Did you mean ${quoted(nearest)}?` : known === '' ? undefined : `It has ${known}.`;
  report(['flows', index, 'listener'], `${quoted(target.id)} has no listener ${quoted(listener)}`, { hint, at });
}
