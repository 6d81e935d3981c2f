import {
  type Architecture,
  alike,
  append,
  defineRule,
  type Edit,
  type Element,
  endpointsOf,
  type FirewallRule,
  groupBy,
  isComplete,
  isProduction,
  type Kind,
  type RuleContext,
  traits,
} from '../../rules-api.js';

/** They are there to let others out, or stand at a provider's edge. */
const exempt: readonly Kind[] = ['natGateway', 'vpnGateway', 'cdn', 'agent', 'alertChannel'];

export default defineRule({
  id: 'network/egress-unrestricted',
  severity: 'low',
  summary: 'A firewall lets what it guards connect to anywhere.',
  impact:
    'Whoever takes over a machine loads tools from anywhere and sends the data to anywhere, and nothing stops it.',
  remedy: 'Deny what goes out by default, and allow by name what each machine has to call.',
  references: ['CWE-918', 'NIST SC-7(5)', 'ASVS 13.2.4'],
  recommended: false,
  messages: {
    one: '{{firewalls}} lets {{elements}} connect to anywhere.',
    more: '{{firewalls}} let {{elements}} connect to anywhere.',
  },

  check({ model, network, pass, report, unknown }) {
    const open = new Map<Element, Element[]>();
    const letOut = new Map(model.byKind.firewall.map((guard) => [guard, sourcesLetOut(model, guard)]));
    for (const element of model.elements) {
      if (!traits(element.kind).running || exempt.includes(element.kind) || !isProduction(model, element)) continue;
      const { guards } = network.exposureOf(element);
      const places = [element, ...model.ancestors(element)];
      const way = wayOut(guards, (guard) => places.some((place) => letOut.get(guard)?.has(place)));
      if (way === 'kept in') pass(element);
      else if (way === 'not told') {
        if (isComplete(model, 'firewalls')) for (const guard of guards) unknown(guard, 'outgoing');
      } else if (way) append(open, way, element);
    }
    const needsOut = open.size > 0 ? neededIn({ model, network }, [...open.keys()]) : () => true;
    for (const firewalls of alike([...open.keys()])) {
      const elements = firewalls.flatMap((firewall) => open.get(firewall) ?? []);
      const fix = firewalls.some((firewall) => needsOut(firewall)) ? undefined : closed(firewalls);
      report({
        at: firewalls,
        message: firewalls.length > 1 ? 'more' : 'one',
        data: { firewalls, elements },
        evidence: { elements },
        ...(fix && { fix }),
      });
    }
  },
});

/** The outermost firewall that lets everything out, where none keeps anything in. */
function wayOut(
  guards: readonly Element[],
  isLetOut: (guard: Element) => boolean,
): Element | 'kept in' | 'not told' | undefined {
  const outwards = guards.map((guard) => lettingOut(guard, isLetOut(guard)));
  if (outwards.includes('some')) return 'kept in';
  if (guards.length > 0 && outwards.includes('not told')) return 'not told';
  return guards[0];
}

function lettingOut({ facts }: Element, isLetOut: boolean): 'all' | 'some' | 'not told' {
  if (facts.outgoing === 'allow' || isLetOut) return 'all';
  return facts.outgoing === undefined ? 'not told' : 'some';
}

/** What rules let connect to anywhere: elements and places. */
function sourcesLetOut(model: Architecture, { rules = [] }: Element): ReadonlySet<Element> {
  const named = rules.filter(letsAllOut).flatMap(({ from }) => from);
  const sources = named.flatMap((end) => ('element' in end ? (model.byId.get(end.element) ?? []) : []));
  return new Set(sources.flatMap((source) => endpointsOf(model, source)));
}

/** All addresses of either family. */
const everything: readonly string[] = ['0.0.0.0/0', '::/0'];

/** From something inside to anyone, whatever the port. */
function letsAllOut({ action, from, to, ports }: FirewallRule): boolean {
  const isAnywhere = to.some((end) => 'anyone' in end || ('cidr' in end && everything.includes(end.cidr)));
  const isEveryPort = !ports || ports.some((range) => range.from <= 1 && range.to >= 65_535);
  return action === 'allow' && isAnywhere && isEveryPort && from.every((end) => 'element' in end);
}

/** Whether anything is told to go out by one of some firewalls; where not all flows are told, something may. */
function neededIn(
  { model, network }: Pick<RuleContext, 'model' | 'network'>,
  firewalls: readonly Element[],
): (firewall: Element) => boolean {
  if (!isComplete(model, 'flows')) return () => true;
  const places = new Set(firewalls.map(({ parent }) => parent));
  const leaving = groupBy(
    model.flows.flatMap((flow) => {
      const source = model.byId.get(flow.from);
      // Most flows begin where none of these stands: their way is not asked for.
      if (!source || !standsInAny(model, source, places)) return [];
      return network.guardsOn(flow).filter((guard) => isInside(model, source, guard));
    }),
    (guard) => guard,
  );
  return (firewall) => leaving.has(firewall);
}

function standsInAny(model: Architecture, source: Element, places: ReadonlySet<string | undefined>): boolean {
  return places.has(undefined) || [source, ...model.ancestors(source)].some(({ id }) => places.has(id));
}

function isInside(model: Architecture, source: Element, { parent }: Element): boolean {
  return parent === undefined || [source, ...model.ancestors(source)].some(({ id }) => id === parent);
}

function closed(firewalls: readonly Element[]): readonly Edit[] | undefined {
  if (firewalls.some(({ facts }) => facts.outgoing !== 'allow')) return undefined;
  return firewalls.map((on) => ({ on, set: { outgoing: 'deny' } }));
}
