import {
  type Architecture,
  alike,
  defineRule,
  type Element,
  type Kind,
  type RuleContext,
  traits,
} from '../../rules-api.js';

/** They are what guards, or run at a provider's edge. */
const guarding: readonly Kind[] = ['cdn', 'waf', 'agent'];

export default defineRule({
  id: 'network/internet-unguarded',
  severity: 'critical',
  summary: 'Packets from the internet reach it without passing a firewall.',
  impact:
    'Whatever it listens to is open to everybody: every port, every forgotten service, every flaw not yet mended.',
  remedy: 'Put a firewall in front that lets in only what visitors need, and denies the rest.',
  references: ['CWE-501', 'STRIDE:E', 'AWS SEC05-BP02', 'NIST SC-7'],
  messages: {
    one: 'No firewall stands between the internet and {{elements}}.',
  },

  check({ model, network, pass, report, unknown }) {
    const open = new Set<Element>();
    for (const element of model.elements.filter(({ kind }) => traits(kind).running && !guarding.includes(kind))) {
      const { passage, guards } = network.exposureOf(element);
      const unit = model.hostOf(element) ?? element;
      if (passage === 'open' && guards.length === 0) open.add(unit);
      else if (passage !== 'unknown' || guards.length > 0) pass(element);
      else unknown(element, 'complete: firewalls');
    }
    for (const elements of alike([...open])) {
      const evidence = shown({ model, network }, elements);
      // Where nobody is known to come from outside, and no address is public, the way is open all the same.
      const isVisited = evidence.flows.length > 0 || elements.some((element) => isPublic(model, element));
      report({
        at: elements,
        message: 'one',
        data: { elements },
        evidence,
        ...(isVisited ? {} : { severity: 'high' }),
      });
    }
  },
});

function isPublic(model: Architecture, unit: Element): boolean {
  return [unit, ...model.children(unit)].some(({ facts }) => Boolean(facts.publicAddress));
}

/** What stands on a server, and by which flows people come to it. */
function shown({ model, network }: Pick<RuleContext, 'model' | 'network'>, units: readonly Element[]) {
  const inside = units.flatMap((unit) => [unit, ...model.children(unit)]).filter(({ kind }) => traits(kind).running);
  return { flows: inside.flatMap((element) => network.exposureOf(element).entries) };
}
