import {
  type Architecture,
  defineRule,
  type Element,
  endpointsOf,
  type Flow,
  joined,
  type Kind,
  type PlaintextSpan,
  standingAlone,
  type Transport,
  verbs,
} from '../../rules-api.js';

const proxies: readonly Kind[] = ['cdn', 'waf', 'apiGateway', 'loadBalancer'];

export default defineRule({
  id: 'transport/tls-ends-at-load-balancer',
  severity: 'high',
  summary: 'Traffic is decrypted at the load balancer (or CDN, or gateway) and goes on in plaintext.',
  impact:
    'Whoever gets into the network behind it reads and alters every request, passwords and sessions included. A client ' +
    'certificate ends there too: the servers behind cannot check who calls.',
  remedy: 'Encrypt the hop behind it too, with https on the servers, or pass TLS through to them unopened.',
  references: ['CWE-319', 'STRIDE:T', 'STRIDE:I', 'AWS SEC09-BP02', 'NIST SC-8(1)', 'ASVS 12.3.3'],
  options: { ignoreSameHost: true },
  messages: {
    plain: '{{proxy}} decrypts {{protocol}} and sends it on to {{targets}} in plaintext.',
  },

  check({ model, transport, options, pass, report, unknown }) {
    const ending = endsOfTls(model, transport);
    for (const proxy of standingAlone(model, proxies)) {
      const span = transport.plaintextSpanFrom(proxy);
      if (span && !(options.ignoreSameHost && span.staysOnOneHost)) {
        report({
          at: proxy,
          message: 'plain',
          data: { proxy, protocol: protocolOf(span), targets: span.targets },
          evidence: [...span.received, ...span.hops],
          impact: impactOf(span),
        });
        continue;
      }
      if (![proxy, ...endpointsOf(model, proxy)].some((element) => ending.has(element))) continue;
      const untold = onward(proxy).filter((flow) => transport.hop(flow).encryption === 'unknown');
      if (untold.length === 0) pass(proxy);
      for (const flow of untold) unknown(flow, 'listens');
    }

    function onward(proxy: Element): readonly Flow[] {
      const flows = [proxy, ...endpointsOf(model, proxy)].flatMap((element) => model.outgoing(element));
      return [...new Set(flows.filter(({ verb }) => verbs[verb].sort === 'traffic'))];
    }
  },
});

/** Where TLS of some request is decrypted, names and shared addresses looked through. */
function endsOfTls(model: Architecture, { hops }: Transport): ReadonlySet<Element> {
  const coming = hops.filter(({ flow, terminates }) => verbs[flow.verb].sort === 'traffic' && terminates);
  const targets = new Set(coming.map(({ to }) => to));
  return new Set([...targets].flatMap((target) => [target, ...endpointsOf(model, target)]));
}

function protocolOf({ received }: PlaintextSpan): string {
  const names = new Set(received.map(({ listener }) => (listener?.protocol === 'https' ? 'HTTPS' : 'TLS')));
  return joined([...names]);
}

function impactOf({ start, losesClientCertificate, carries }: PlaintextSpan): string {
  const sensitive = carries.filter((name) => name !== 'public' && name !== 'internal');
  const data =
    sensitive.length > 0
      ? `every request, ${joined(sensitive)} data included`
      : 'every request, passwords and sessions included';
  const reads = `Whoever gets into the network behind it reads and alters ${data}.`;
  if (losesClientCertificate === true) {
    return `${reads} The client's certificate that it asks for is not handed on: the servers behind cannot check who calls.`;
  }
  if (start.facts.forwardsClientCertificate === true) return reads;
  return `${reads} A client's certificate ends there too: the servers behind cannot check who calls.`;
}
