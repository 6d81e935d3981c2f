import type { Encryption, Hop } from '../../../analyses/transport/result.js';
import { verbs } from '../../../vocabulary/verbs.js';
import type { Telling } from '../report-document.js';
import { heading, type ReportNode, table } from '../tree.js';
import { joined } from '../words.js';

const mostWays = 12;

const inWords: Readonly<Record<Encryption, string>> = {
  tls: 'encrypted',
  'mutual tls': 'encrypted, both sides prove who they are',
  tunnel: 'inside an encrypted tunnel',
  local: 'stays on one server',
  plaintext: 'plaintext',
  unknown: 'not told',
};

/** From each user to each store, hop by hop: how it is encrypted, who decrypts, which borders are crossed. */
export function requestWays({ transport, nameOf }: Telling): readonly ReportNode[] {
  const { ways } = transport;
  if (ways.length === 0) return [];
  const shown = ways.slice(0, mostWays);
  const rest = ways.length - shown.length;
  return [
    heading(2, 'The way of a request'),
    ...shown.flatMap(({ from, to, hops }) => [
      heading(3, `From ${nameOf(from)} to ${nameOf(to)}`),
      table(['from', 'does', 'to', 'protocol', 'encryption', 'TLS ends', 'crosses a zone', 'carries'], hops.map(row)),
    ]),
    ...(rest > 0 ? [heading(3, `${rest} more ways are alike in kind and left out here`)] : []),
  ];

  function row(hop: Hop) {
    const port = hop.listener?.port;
    const protocol = hop.listener?.protocol.toUpperCase() ?? 'not told';
    return [
      [nameOf(hop.from)],
      [verbs[hop.flow.verb].phrase],
      [nameOf(hop.to)],
      [port === undefined ? protocol : `${protocol} ${port}`],
      [encryption(hop)],
      [hop.terminates ? `here${hop.certificate ? `, with ${hop.certificate.name}` : ''}` : ''],
      [hop.crossesZone ? 'yes' : ''],
      [joined(hop.carries)],
    ];
  }

  function encryption({ encryption, version }: Hop): string {
    return version === undefined ? inWords[encryption] : `${inWords[encryption]}, TLS ${version} or newer`;
  }
}
