import { endpointsOf, listenerAt } from '../../analyses/network/endpoints.js';
import type { Architecture, Element, FirewallRule, Flow } from '../../graph/architecture.js';
import type { AddCall } from '../edit.js';
import { isFromEverywhere, leadsTo, portOf } from './internet-openings.js';

/**
 * Rules by which a firewall lets flows through by name: from what starts them to what they go to, on its port where it listens to
 * several. Undefined where a rule of it denies: which of the two is to come first, nobody but its owner knows.
 */
export function allowedByName(
  model: Architecture,
  guard: Element,
  flows: readonly Flow[],
): readonly AddCall[] | undefined {
  if (guard.rules?.some(({ action }) => action === 'deny')) return undefined;
  const calls = new Map<string, AddCall>();
  for (const { from, to, listener } of flows) {
    const [source, target] = [model.byId.get(from), model.byId.get(to)];
    if (!source || !target || !endpointsOf(model, target).includes(target)) return undefined;
    const named = target.listeners?.find(({ name }) => name === listener);
    const port = named && (target.listeners?.length ?? 0) > 1 ? portOf(named) : undefined;
    const args = [source, target, ...(port === undefined ? [] : [{ ports: port }])];
    calls.set(`${from} ${to} ${port}`, { on: guard, call: 'allows', args });
  }
  return [...calls.values()];
}

/** Whether one of some rules names a flow, or whatever comes its way, wherever it ends behind a name or a group. */
export function isAllowed(model: Architecture, rules: readonly FirewallRule[], flow: Flow): boolean {
  const [source, target] = [model.byId.get(flow.from), model.byId.get(flow.to)];
  if (!source || !target) return false;
  const around = new Set([source, ...model.ancestors(source)]);
  const isFrom = (rule: FirewallRule) =>
    isFromEverywhere(model, rule) ||
    rule.from.some((end) => {
      const named = 'element' in end ? model.byId.get(end.element) : undefined;
      return named !== undefined && endpointsOf(model, named).some((one) => around.has(one));
    });
  const allowing = rules.filter((rule) => rule.action === 'allow' && isFrom(rule));
  return endpointsOf(model, target).every((endpoint) =>
    allowing.some((rule) => leadsTo(model, rule, endpoint, listenerAt(model, flow, endpoint))),
  );
}
