import {
  administrationPorts,
  allowsEveryPort,
  defineRule,
  type Element,
  groupedByRule,
  isAdministration,
  type Listener,
  type Opening,
  openedBetween,
  portOf,
  portsOpened,
  type RuleContext,
  sensitiveOpenings,
  untoldPassage,
  withoutRule,
} from '../../rules-api.js';

export default defineRule({
  id: 'network/admin-port-internet',
  severity: 'critical',
  summary: 'A firewall lets the internet in to a port that machines are administered by.',
  impact: 'Machines that guess passwords try it day and night, and whoever gets in has the whole machine.',
  remedy: 'Let administrators in through a VPN or a bastion, and close the port to everybody else.',
  references: ['CWE-668', 'STRIDE:E', 'NIST AC-17', 'NIST SC-7'],
  options: { ports: administrationPorts },
  messages: {
    rule: 'Rule {{number}} of {{firewalls}} lets the internet in to {{ports}} of {{elements}}.',
    rules: '{{firewalls}} lets the internet in to {{ports}} of {{elements}}.',
  },

  check(context) {
    const { model, options, report } = context;
    const found = openedIn(context, options.ports);
    for (const group of groupedByRule(found)) {
      const { guards: firewalls, index, items } = group;
      const units = [...new Set(items.map(({ element }) => model.hostOf(element) ?? element))];
      const ports = portsIn(items.map(({ listener }) => listener));
      const fix = canGo(context, items) ? withoutRule(model, group, isForAdministration(options.ports)) : undefined;
      const discriminator = openedBetween(group);
      const base = { at: units, evidence: { elements: firewalls }, discriminator, ...(fix && { fix }) };
      if (index === undefined) report({ ...base, message: 'rules', data: { firewalls, ports, elements: units } });
      else report({ ...base, message: 'rule', data: { number: index + 1, firewalls, ports, elements: units } });
    }
  },
});

type Judge = Pick<RuleContext, 'model' | 'network' | 'pass' | 'unknown'>;

interface Opened {
  readonly element: Element;
  readonly listener: Listener;
  readonly opening: Opening;
}

/** The listeners that are open, and ports that rules open by their numbers alone. */
function openedIn(context: Judge, ports: readonly number[]): readonly Opened[] {
  const { model, network, pass, unknown } = context;
  for (const element of model.elements) {
    for (const exposure of (element.listeners ?? []).some((one) => isAdministration(element, one, ports))
      ? network.exposureOf(element).listeners
      : []) {
      if (!exposure.listener || !isAdministration(element, exposure.listener, ports)) continue;
      if (exposure.passage === 'blocked') pass(element);
      else if (exposure.passage === 'unknown') unknown(...untoldPassage(element, exposure));
    }
  }
  const listening = sensitiveOpenings(context, ports).flatMap(({ element, listener, sort, opening }) => {
    const isWide = opening.cause === 'rule' && opening.rule && allowsEveryPort(model, opening.rule);
    return sort === 'administration' && listener && !isWide ? [{ element, listener, opening }] : [];
  });
  const numbered = portsOpened(context, ports).filter(({ element, listener }) =>
    isAdministration(element, listener, ports),
  );
  return [...listening, ...numbered];
}

function portsIn(listeners: readonly Listener[]): string {
  const numbers = [...new Set(listeners.flatMap((listener) => portOf(listener) ?? []))].sort(
    (one, other) => one - other,
  );
  return numbers.length === 1 ? `port ${numbers[0]}` : `ports ${numbers.join(', ')}`;
}

/** Nobody is told to come in that way. */
function canGo({ network }: Judge, items: readonly Opened[]): boolean {
  return items.every(({ element }) => network.exposureOf(element).entries.length === 0);
}

function isForAdministration(ports: readonly number[]): (target: Element, listener: string | undefined) => boolean {
  return (target, name) => {
    const named = target.listeners?.find((listener) => listener.name === name);
    return named !== undefined && isAdministration(target, named, ports);
  };
}
