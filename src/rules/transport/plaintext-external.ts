import {
  type Architecture,
  alike,
  append,
  defineRule,
  type Edit,
  type Element,
  endpointsOf,
  type Hop,
  type Network,
  verbs,
} from '../../rules-api.js';

export default defineRule({
  id: 'transport/plaintext-external',
  severity: 'critical',
  summary: 'Traffic crosses the internet in plaintext.',
  impact:
    'Everybody on the way, from the café to the carrier, reads passwords and sessions and can change what is sent and shown.',
  remedy: 'Serve it over https only, and let the http listener do nothing but redirect.',
  references: ['CWE-319', 'STRIDE:T', 'STRIDE:I', 'AWS SEC09-BP02', 'NIST SC-8', 'CIS 3.10', 'ASVS 12.2.1'],
  messages: { plain: 'Requests of {{sources}} to {{targets}} cross the internet in plaintext.' },

  check({ model, network, transport, pass, report, unknown }) {
    const plain = new Map<Element, Hop[]>();
    for (const hop of transport.hops.filter(crossesInternet)) {
      const inside = isOutside(hop.from) ? hop.to : hop.from;
      if (hop.encryption === 'plaintext' && !hop.listener?.redirects) {
        const ends = endpointsOf(model, inside).filter((end) => isOutside(hop.to) || letsInternetIn(network, hop, end));
        for (const end of ends) append(plain, end, hop);
        if (ends.length === 0) pass(hop.flow);
      } else if (hop.encryption !== 'unknown') pass(hop.flow);
      else if (hop.flow.verb !== 'administers') unknown(hop.flow, 'listens');
    }
    for (const ends of alike([...plain.keys()])) {
      const hops = [...new Set(ends.flatMap((end) => plain.get(end) ?? []))];
      const incoming = hops.filter(({ from }) => isOutside(from));
      const outgoing = hops.filter(({ from }) => !isOutside(from));
      if (incoming.length > 0) {
        report({
          at: ends,
          message: 'plain',
          data: { sources: sourcesOf(incoming), targets: ends },
          evidence: incoming,
          fix: redirecting(model, ends),
        });
      }
      if (outgoing.length > 0) {
        const targets = [...new Set(outgoing.map(({ to }) => to))];
        const discriminator = 'outgoing';
        report({ at: ends, message: 'plain', data: { sources: ends, targets }, evidence: outgoing, discriminator });
      }
    }
  },
});

function isOutside({ kind }: Element): boolean {
  return kind === 'user' || kind === 'externalService';
}

/** What a name points to is counted with whoever looks it up. */
function crossesInternet({ flow, from, to }: Hop): boolean {
  if (flow.verb !== 'administers' && verbs[flow.verb].sort !== 'traffic') return false;
  return isOutside(from) !== isOutside(to);
}

/** Where firewalls let in private addresses alone, who comes is in the house and not on the internet. */
function letsInternetIn(network: Network, { flow, listener }: Hop, end: Element): boolean {
  if ((flow.facts.through ?? []).length > 0) return true;
  const exposure = network.exposureOf(end);
  const wanted = exposure.listeners.filter((one) => !listener || one.listener?.name === listener.name);
  return (wanted.length > 0 ? wanted : exposure.listeners).some(
    ({ passage, limitedTo = [], perhaps = [] }) => passage !== 'blocked' || limitedTo.length + perhaps.length > 0,
  );
}

/** A listener that nobody inside uses can do nothing but redirect, where there is one of https to redirect to. */
function redirecting(model: Architecture, ends: readonly Element[]): readonly Edit[] {
  const edits = ends.map((on): Edit | undefined => {
    const listeners = on.listeners ?? [];
    const [plain, ...others] = listeners.filter(({ protocol }) => protocol === 'http');
    const isNeeded = !plain || others.length > 0 || isUsedInside(model, on);
    if (isNeeded || !listeners.some(({ protocol }) => protocol === 'https')) return undefined;
    return { on, listener: plain.name, set: { redirects: true } };
  });
  return edits.every((edit) => edit !== undefined) ? edits : [];
}

function isUsedInside(model: Architecture, target: Element): boolean {
  const groups = model.clustersOf(target).flatMap(({ id }) => model.byId.get(id) ?? []);
  return [target, ...groups]
    .flatMap((one) => model.incoming(one))
    .some((flow) => {
      const source = model.byId.get(flow.from);
      const isInside = source !== undefined && !isOutside(source) && flow.verb !== 'resolvesTo';
      return isInside && model.listenerOf(flow)?.protocol !== 'https';
    });
}

function sourcesOf(hops: readonly Hop[]): readonly Element[] {
  return [...new Set(hops.map(({ from }) => from))];
}
