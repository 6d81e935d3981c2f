import {
  defineRule,
  type Element,
  endpointsOf,
  type Flow,
  groupBy,
  type Hop,
  type Listener,
  listenerAt,
  type RuleContext,
} from '../../rules-api.js';

export default defineRule({
  id: 'transport/cert-untrusted-public',
  severity: 'high',
  summary: 'Users or external services are shown a certificate that signs itself.',
  impact:
    'No browser can tell it from one that somebody on the way made a minute ago: it warns, and people learn to click the ' +
    'warning away, also on the day when it is true.',
  remedy: 'Have the certificate issued by an authority that browsers trust.',
  references: ['CWE-295', 'STRIDE:S', 'ASVS 12.2.2'],
  messages: {
    selfSigned: 'Whoever comes to {{elements}} from outside is shown {{certificates}}, signed by nobody else.',
  },

  check(context) {
    const { transport, pass, report, unknown } = context;
    const entrances = entrancesIn(context);
    const bad = new Map<Element, readonly Element[]>();
    for (const { certificate, shownBy, passedThroughBy } of transport.certificates) {
      const shown = shownBy.filter(({ element, listener }) => entrances.get(element)?.listeners.has(listener));
      const passed = passedThroughBy.filter((element) => entrances.get(element)?.passes);
      const elements = [...new Set([...shown.map(({ element }) => element), ...passed])];
      if (elements.length === 0) continue;
      const { selfSigned, issuer } = certificate.facts;
      if (selfSigned) bad.set(certificate, elements);
      else if (selfSigned === false || issuer !== undefined) pass(certificate);
      else unknown(certificate, 'issuer');
    }
    // Servers that are alike, each with a certificate of its own, are one fault.
    for (const certificates of groupBy(bad.keys(), (one) => bad.get(one)?.map(unitOf)[0]).values()) {
      const elements = [...new Set(certificates.flatMap((one) => bad.get(one) ?? []))];
      const flows = [...new Set(elements.flatMap((element) => entrances.get(element)?.flows ?? []))];
      report({
        at: certificates,
        message: 'selfSigned',
        data: { elements, certificates },
        evidence: { elements, flows },
        fix: certificates.map((on) => ({ on, set: { selfSigned: false } })),
      });
    }
  },
});

interface Entrance {
  readonly flows: Flow[];
  /** Those that somebody from outside connects to. */
  readonly listeners: Set<Listener>;
  /** One of them hands TLS on unopened. */
  passes: boolean;
}

const comings: readonly string[] = ['visits', 'calls', 'probes'];

function entrancesIn({ model, transport }: Pick<RuleContext, 'model' | 'transport'>): ReadonlyMap<Element, Entrance> {
  const found = new Map<Element, Entrance>();
  for (const { flow, to } of transport.hops.filter(comesFromOutside)) {
    if (to.kind === 'externalService') continue;
    for (const element of endpointsOf(model, to)) {
      const listener = listenerAt(model, flow, element);
      const entrance = found.get(element) ?? { flows: [], listeners: new Set(), passes: false };
      found.set(element, entrance);
      entrance.flows.push(flow);
      if (listener) entrance.listeners.add(listener);
      entrance.passes ||=
        listener !== undefined && (listener.tls ? listener.tls.passthrough === true : listener.protocol === 'tls');
    }
  }
  return found;
}

function comesFromOutside({ flow, from }: Hop): boolean {
  return (from.kind === 'user' || from.kind === 'externalService') && comings.includes(flow.verb);
}

function unitOf({ id, tier, kind }: Element): string {
  return tier === undefined ? id : `${kind} ${tier}`;
}
