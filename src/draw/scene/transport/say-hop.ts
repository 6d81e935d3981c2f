import type { Encryption, Hop } from '../../../analyses/transport/result.js';
import type { Architecture, Flow, Listener } from '../../../graph/architecture.js';
import { protocolAndPort } from '../protocol-words.js';
import type { Line } from '../stroke.js';
import { groundOf } from './ground.js';

/** A hop by its protocol and port, and by how it is encrypted; plaintext behind an end of TLS by a style of its own. */
export function sayHop(flow: Flow, line: Line, listener: Listener | undefined, model: Architecture): Line {
  const { transport, decrypted } = groundOf(model);
  const hops = [flow, ...pointersOf(model, flow)].map((one) => transport.hop(one));
  const hop = hops.find(({ encryption }) => encryption !== 'unknown') ?? hops[0]!;
  const isDecrypted = line.style === 'plaintext' && decrypted.has(flow.id);
  return {
    ...line,
    style: isDecrypted ? 'decrypted' : line.style,
    head: 'full',
    thin: false,
    label: hopWords(hop, listener),
    ...(isDecrypted && { spoken: 'behind an end of TLS' }),
    ...(hop.version && { spoken: `TLS ${hop.version} or newer` }),
  };
}

function hopWords(hop: Hop, listener: Listener | undefined): string {
  const protection = protectionWords(hop);
  if (listener) return [protocolAndPort(listener), protection].filter((word) => word !== '').join(' · ');
  // Its line says that it stays within one server.
  if (hop.encryption === 'local') return '';
  return hop.encryption === 'unknown' ? 'nothing stated' : `protocol not stated${protection && ` · ${protection}`}`;
}

/** A name says nothing of encryption; what it points to may. */
function pointersOf(model: Architecture, flow: Flow): readonly Flow[] {
  const target = model.byId.get(flow.to);
  return target?.kind === 'record' ? model.outgoing(target) : [];
}

const words: Readonly<Record<Encryption, string>> = {
  tls: '',
  'mutual tls': 'mutual TLS',
  tunnel: 'tunnel',
  local: '',
  plaintext: 'plaintext',
  unknown: 'not stated',
};

/** The lock says TLS: what is left to tell is which, and who else ends it. */
function protectionWords({ encryption, version, terminates }: Hop): string {
  if (encryption !== 'tls' && encryption !== 'mutual tls') return words[encryption];
  const tls = version === undefined ? words[encryption] : `${words[encryption] || 'TLS'} ≥ ${version}`;
  return [tls, terminates ? '' : 'passed through'].filter(Boolean).join(' · ');
}
