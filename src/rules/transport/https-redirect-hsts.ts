import {
  alike,
  defineRule,
  type Edit,
  type Element,
  endpointsOf,
  groupBy,
  type Hop,
  type Listener,
  listenerAt,
  type RuleContext,
} from '../../rules-api.js';

export default defineRule({
  id: 'transport/https-redirect-hsts',
  severity: 'medium',
  summary: 'A web entrance leaves browsers on plain http, or does not tell them to use https only.',
  impact:
    'Whoever types the name without https, or follows an old link, starts in plaintext: somebody on the same network can ' +
    'hold them there, and read and change what they send.',
  remedy: 'Let the http listener redirect everything to https, and send Strict-Transport-Security with every answer.',
  references: ['CWE-319', 'STRIDE:I', 'ASVS 12.2.1'],
  messages: {
    both: 'Nothing leads browsers from plain http to https at {{elements}}, and nothing tells them to use https only.',
    redirect: 'Nothing leads browsers from plain http to https at {{elements}}.',
    hsts: 'Nothing tells browsers to come back to {{elements}} over https only.',
  },

  check(context) {
    const { pass, report, unknown } = context;
    const faults = new Map<Element, Fault>();
    for (const [element, comings] of groupBy(visitsIn(context), ({ at }) => at)) {
      const secure = (element.listeners ?? []).filter(isHttps);
      if (secure.length === 0) continue;
      const plain = plainBeside(context, element, comings);
      const fault = { plain: plain.filter(({ redirects }) => redirects === false), secure: secure.filter(forgets) };
      const isRedirectUntold = plain.some(({ redirects }) => redirects === undefined);
      const isHstsUntold = secure.some(({ tls }) => !tls || tls.hsts === undefined);
      if (isRedirectUntold) unknown(element, 'redirects');
      if (isHstsUntold) unknown(element, 'hsts');
      if (wordsOf(fault) !== 'none') faults.set(element, fault);
      else if (!isRedirectUntold && !isHstsUntold) pass(element);
    }
    for (const [message, same] of groupBy(faults.keys(), (element) => wordsOf(faults.get(element)))) {
      if (message === 'none') continue;
      for (const elements of alike(same)) {
        const fix = elements.flatMap((element) => fixOf(element, faults.get(element)));
        report({ at: elements, message, data: { elements }, fix });
      }
    }
  },
});

/** The listeners that are not as they should be. */
interface Fault {
  readonly plain: readonly Listener[];
  readonly secure: readonly Listener[];
}

function wordsOf(fault: Fault | undefined) {
  const [plain, secure] = [(fault?.plain ?? []).length > 0, (fault?.secure ?? []).length > 0];
  if (plain && secure) return 'both';
  return plain ? 'redirect' : secure ? 'hsts' : 'none';
}

function fixOf(on: Element, fault: Fault | undefined): readonly Edit[] {
  const { plain, secure } = fault ?? { plain: [], secure: [] };
  return [
    ...plain.map(({ name: listener }) => ({ on, listener, set: { redirects: true } })),
    ...secure.map(({ name: listener }) => ({ on, listener, set: { hsts: true } })),
  ];
}

interface Coming {
  readonly at: Element;
  readonly hop: Hop;
}

type Judge = Pick<RuleContext, 'model' | 'transport' | 'network'>;

/** Where the requests of users come in, names and shared addresses looked through. */
function visitsIn({ model, transport }: Judge): readonly Coming[] {
  return transport.hops
    .filter(({ flow }) => flow.verb === 'visits')
    .flatMap((hop) => endpointsOf(model, hop.to).map((at) => ({ at, hop })))
    .filter(({ at }) => at.kind !== 'externalService');
}

/** The http listeners that browsers can get to though nobody is said to use them: visits in plaintext are another rule's. */
function plainBeside({ model, network }: Judge, element: Element, comings: readonly Coming[]): readonly Listener[] {
  const plain = (element.listeners ?? []).filter(({ protocol, tls }) => protocol === 'http' && !tls);
  if (plain.length === 0) return [];
  const used = new Set(comings.map(({ hop }) => listenerAt(model, hop.flow, element)));
  const { listeners } = network.exposureOf(element);
  const isShut = (one: Listener) =>
    listeners.some(({ listener, passage }) => listener === one && passage === 'blocked');
  return plain.filter((one) => !isShut(one) && (one.redirects === true || !used.has(one)));
}

function isHttps({ protocol, tls }: Listener): boolean {
  return protocol === 'https' && tls !== false && tls?.passthrough !== true;
}

function forgets({ tls }: Listener): boolean {
  return tls !== undefined && tls !== false && tls.hsts === false;
}
