import { endpointsOf } from '../../analyses/network/endpoints.js';
import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import type { AddCall } from '../edit.js';
import { portOf } from './internet-openings.js';

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
