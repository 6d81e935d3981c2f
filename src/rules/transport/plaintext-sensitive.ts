import {
  type Architecture,
  classified,
  type DataClass,
  defineRule,
  type Flow,
  type Hop,
  hopsByTarget,
  isProduction,
  joined,
  type Kind,
  kindOf,
  type RuleContext,
  standingAlone,
  traits,
  type Verb,
  verbs,
} from '../../rules-api.js';

export default defineRule({
  id: 'transport/plaintext-sensitive',
  severity: 'high',
  summary: 'Credentials or classified data travel in plaintext between services.',
  impact: 'Whoever gets into the network reads them as they pass, and can use, sell or change them.',
  remedy: 'Encrypt the way with TLS, also between services of your own.',
  references: ['CWE-319', 'CWE-523', 'STRIDE:T', 'STRIDE:I', 'NIST SC-8(1)', 'ASVS 12.3.1'],
  messages: { plain: 'Between {{sources}} and {{targets}}, {{things}} travel in plaintext.' },

  check(context) {
    const { model, transport, pass, report, unknown } = context;
    const plain: Hop[] = [];
    for (const hop of transport.hops) {
      if (!isOwn(model, hop) || !isProduction(model, hop.to)) continue;
      if (hop.encryption === 'plaintext') plain.push(hop);
      else if (hop.encryption !== 'unknown') pass(hop.flow);
      else if (sensitiveOn(model, hop).length > 0) unknown(hop.flow, 'listens');
    }
    const elsewhere = plain.length > 0 ? behindProxies(context) : new Set();
    const faulty: Hop[] = [];
    for (const hop of plain.filter(({ flow }) => !elsewhere.has(flow))) {
      if (sensitiveOn(model, hop).length > 0) faulty.push(hop);
      else if (hop.carries.length > 0 || hop.flow.verb !== 'calls') pass(hop.flow);
      else unknown(hop.flow, 'carries');
    }
    for (const { targets, sources, hops } of hopsByTarget(faulty)) {
      const things = joined([...new Set(hops.flatMap((hop) => sensitiveOn(model, hop)))].map(inWords));
      const severity = hops.some(({ from, to }) => isOutside(from) || isOutside(to)) ? 'critical' : 'high';
      report({ at: targets, message: 'plain', data: { sources, targets, things }, evidence: hops, severity });
    }
  },
});

const storeLinks: readonly Verb[] = ['reads', 'writes', 'publishes', 'consumes', 'balances', 'replicates'];

/** What crosses the internet on a request, and what leads into a store, are other rules' already. */
function isOwn(model: Architecture, { flow, from, to }: Hop): boolean {
  const { verb } = flow;
  if (verb === 'resolvesTo') return false;
  const isRequest = verb === 'administers' || verbs[verb].sort === 'traffic';
  if (isRequest && isOutside(from) !== isOutside(to)) return false;
  return !(storeLinks.includes(verb) && traits(kindOf(model, to)).store === true);
}

function isOutside({ kind }: Hop['to']): boolean {
  return kind === 'user' || kind === 'externalService';
}

/** These are sent along with every request. */
const sentAlong: readonly unknown[] = ['password', 'api key', 'token'];

/** A backup that is encrypted itself can travel anyhow. */
function sensitiveOn(model: Architecture, { flow, carries, to, authenticatedBy }: Hop): readonly DataClass[] {
  const kind = kindOf(model, to);
  const isOfTrust = kind === 'secretStore' || kind === 'identityProvider';
  const credentials = isOfTrust || sentAlong.includes(authenticatedBy) ? (['credentials'] as const) : [];
  return [...new Set([...(flow.facts.encrypted ? [] : classified(carries)), ...credentials])];
}

function inWords(name: DataClass): string {
  return name === 'credentials' ? name : `${name} data`;
}

const proxies: readonly Kind[] = ['cdn', 'waf', 'apiGateway', 'loadBalancer'];

/** What goes on in plaintext where one of these ends TLS is reported there. */
function behindProxies({ model, transport }: Pick<RuleContext, 'model' | 'transport'>): ReadonlySet<Flow> {
  const spans = standingAlone(model, proxies).flatMap((proxy) => transport.plaintextSpanFrom(proxy) ?? []);
  return new Set(spans.flatMap(({ hops }) => hops.map(({ flow }) => flow)));
}
