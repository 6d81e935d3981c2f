import { endpointsOf } from '../../analyses/network/endpoints.js';
import type { Network } from '../../analyses/network/result.js';
import type { Architecture, Element, FirewallRule, Listener } from '../../graph/architecture.js';
import { deadRulesIn } from './dead-rules.js';
import { allowsEveryPort, isFromEverywhere, leadsTo, type Opening, openingTo } from './internet-openings.js';

/** A port that rules open to the internet by its number, whether or not anything is told to listen there. */
export interface PortOpened {
  readonly element: Element;
  readonly listener: Listener;
  readonly opening: Opening;
}

/** Of some ports of tcp those that rules open: on what they name, where no other firewall on the way keeps them shut. */
export function portsOpened(
  judge: { readonly model: Architecture; readonly network: Network },
  ports: readonly number[],
): readonly PortOpened[] {
  const { model, network } = judge;
  const isDead = deadRulesIn(network);
  return model.byKind.firewall.flatMap((guard) =>
    (guard.rules ?? []).flatMap((rule, index) => {
      const opened = ports.filter((port) => isNamed(rule, port));
      if (opened.length === 0 || !isFromEverywhere(model, rule)) return [];
      if (allowsEveryPort(model, rule) || isDead(guard, index)) return [];
      const targets = targetsOf(model, guard, rule).filter((one) => network.exposureOf(one).passage === 'open');
      return opened.flatMap((port) => {
        const listener: Listener = { name: `port ${port}`, protocol: 'tcp', port };
        return targets.flatMap((element) => {
          if (!leadsTo(model, rule, element, listener) || !isOpen(judge, element, listener)) return [];
          const opening = openingTo(judge, element, listener);
          return opening.cause === 'rule' && opening.rule === rule ? [{ element, listener, opening }] : [];
        });
      });
    }),
  );
}

function isNamed({ ports = [] }: FirewallRule, port: number): boolean {
  return ports.some(({ protocol, from, to }) => protocol !== 'udp' && from <= port && port <= to);
}

function targetsOf(model: Architecture, guard: Element, { to }: FirewallRule): readonly Element[] {
  return to.flatMap((end) => {
    const named = model.byId.get('element' in end ? end.element : (guard.parent ?? ''));
    return named ? endpointsOf(model, named) : [];
  });
}

/** By each firewall on the way. */
function isOpen({ model, network }: { model: Architecture; network: Network }, element: Element, listener: Listener) {
  const letsIn = ({ facts, rules = [] }: Element) =>
    facts.incoming === 'allow' ||
    rules.some((rule) => isFromEverywhere(model, rule) && leadsTo(model, rule, element, listener));
  return network.exposureOf(element).guards.every(letsIn);
}
