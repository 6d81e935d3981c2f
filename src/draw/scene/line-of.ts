import type { Encryption, Hop } from '../../analyses/transport/result.js';
import type { Flow, Listener } from '../../graph/architecture.js';
import { type Verb, verbs } from '../../vocabulary/verbs.js';
import { protocolWords } from './protocol-words.js';
import type { LineStyle, Purpose } from './scene.js';
import type { Line } from './stroke.js';

const styles: Readonly<Record<Encryption, LineStyle>> = {
  tls: 'encrypted',
  'mutual tls': 'encrypted',
  tunnel: 'encrypted',
  local: 'local',
  plaintext: 'plaintext',
  unknown: 'unknown',
};

const locks: Readonly<Record<LineStyle, Line['lock']>> = {
  encrypted: 'closed',
  plaintext: 'open',
  unknown: 'question',
  decrypted: 'open',
  local: undefined,
  replication: undefined,
  operations: undefined,
  passes: undefined,
  blocked: undefined,
  untold: 'question',
};

const encryptionWords: Readonly<Record<Encryption, string>> = {
  tls: 'encrypted',
  'mutual tls': 'encrypted with mutual TLS',
  tunnel: 'encrypted through a tunnel',
  local: 'within one server',
  plaintext: 'in plaintext',
  unknown: 'encryption not stated',
};

const purposes: Readonly<Partial<Record<Verb, Purpose>>> = {
  reports: 'monitoring',
  watches: 'monitoring',
  probes: 'monitoring',
  alerts: 'alerts',
  backsUp: 'backup',
  administers: 'administration',
};

/** What a verb is called on a line where no listener tells a protocol; the others say nothing. */
const words: Readonly<Partial<Record<Verb, string>>> = {
  reads: 'reads',
  writes: 'writes',
  publishes: 'publishes',
  consumes: 'consumed',
  replicates: 'replicates',
  reports: 'reports',
  watches: 'watches',
  probes: 'probes',
  alerts: 'alerts',
  backsUp: 'backs up',
  administers: 'administers',
};

/** How a flow is drawn. */
export function lineOf(flow: Flow, hop: Pick<Hop, 'encryption'>, listener: Listener | undefined): Line {
  const { sort, phrase } = verbs[flow.verb];
  const safety = styles[hop.encryption];
  const known = hop.encryption !== 'unknown';
  return {
    style: sort === 'traffic' ? safety : sort,
    head: sort === 'replication' ? 'diamond' : flow.verb === 'reads' ? 'hollow' : 'full',
    lock: sort === 'traffic' || known ? locks[safety] : undefined,
    sort,
    sideBySide: false,
    purpose: purposes[flow.verb],
    thin: flow.facts.optional ?? false,
    label: [baseLabel(flow, listener), ...qualifiers(flow, hop.encryption, listener)]
      .filter((word) => word !== '')
      .join(' · '),
    short: shortLabel(flow, listener),
    phrase,
    encryption: sort === 'traffic' || known ? encryptionWords[hop.encryption] : '',
  };
}

function shortLabel(flow: Flow, listener: Listener | undefined): string | undefined {
  if (verbs[flow.verb].sort === 'traffic') return listener?.port === undefined ? undefined : String(listener.port);
  if (flow.verb !== 'replicates' || flow.facts.replication === undefined) return undefined;
  return flow.facts.replication === 'synchronous' ? 'sync' : 'async';
}

function baseLabel(flow: Flow, listener: Listener | undefined): string {
  const { sort } = verbs[flow.verb];
  if (flow.verb === 'backsUp' && flow.facts.every !== undefined) return `backup, every ${flow.facts.every}`;
  if (flow.verb === 'reports' && flow.facts.sends !== undefined) return flow.facts.sends.join(', ');
  if (flow.verb === 'replicates' && flow.facts.replication !== undefined) return flow.facts.replication;
  const protocol =
    listener && (sort === 'traffic' || flow.verb === 'administers') ? protocolWords(listener) : undefined;
  return protocol ?? words[flow.verb] ?? '';
}

function qualifiers(flow: Flow, encryption: Encryption, listener: Listener | undefined): readonly string[] {
  return [
    encryption === 'mutual tls' ? 'mutual TLS' : '',
    encryption === 'tunnel' && listener?.protocol !== 'ssh' ? 'tunnel' : '',
    flow.facts.optional ? 'optional' : '',
  ];
}

/** A user asks the name server before anything else; how that is encrypted is no part of a model. */
export const lookUp: Line = {
  style: 'operations',
  head: 'full',
  lock: undefined,
  sort: 'traffic',
  sideBySide: true,
  purpose: 'name look-up',
  thin: false,
  label: 'resolves',
  phrase: 'looks up the name',
  encryption: '',
};
