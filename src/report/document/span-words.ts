import type { CertificateUse, ClientCertificateFate, Encryption, Span } from '../../analyses/transport/result.js';
import type { Element } from '../../graph/architecture.js';
import { counted, joined } from '../words.js';
import type { Names } from './names.js';

const protections: Readonly<Record<Encryption, string>> = {
  tls: 'TLS',
  'mutual tls': 'mutual TLS',
  tunnel: 'encrypted tunnel',
  local: 'within one server',
  plaintext: 'plaintext',
  unknown: 'encryption not told',
};

/** `plaintext from haproxy to mysql, 3 hops, carries credentials`, and what else is known of a span. */
export function spanWords(span: Span, names: Names): string {
  const { encryption, version, from, to, length, carries } = span;
  const protection = version === undefined ? protections[encryption] : `${protections[encryption]} ${version} or newer`;
  const parts = [
    `${protection} from ${names.groups(from)} to ${names.groups(to)}`,
    counted(length, 'hop'),
    carries.length > 0 ? `carries ${joined(carries)}` : undefined,
    endWords(span, names),
    crossingWords(span, names),
    certificateFate[span.clientCertificate],
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Said where it is not where the span ends anyway. */
function endWords({ terminatedBy, to }: Span, names: Names): string | undefined {
  const isEnd = terminatedBy.length === to.length && terminatedBy.every((element) => to.includes(element));
  return terminatedBy.length === 0 || isEnd ? undefined : `decrypted by ${names.groups(terminatedBy)}`;
}

function crossingWords({ crosses, crossesSite }: Span, names: Names): string | undefined {
  const borders = [...(crossesSite ? ['the site'] : []), ...(crosses.length > 0 ? [names.list(crosses)] : [])];
  return borders.length === 0 ? undefined : `over the border of ${joined(borders)}`;
}

const certificateFate: Readonly<Record<ClientCertificateFate, string | undefined>> = {
  kept: "the user's certificate is known",
  lost: "the user's certificate is lost",
  unknown: "whether the user's certificate is handed on is not told",
  'not asked': undefined,
};

/** `www.foobar.com; not for mail.foobar.com`: which host names lead to a certificate, and which of them it is for. */
export function servedWords({ hostNames }: CertificateUse): string {
  const told = (wanted: boolean | undefined) =>
    hostNames.filter(({ covered }) => covered === wanted).map(({ record }) => record.name);
  const [covered, others, untold] = [told(true), told(false), told(undefined)];
  const parts = [
    joined(covered),
    others.length > 0 ? `not for ${joined(others)}` : '',
    untold.length > 0 ? `its names are not told, ${joined(untold)} ${untold.length > 1 ? 'lead' : 'leads'} to it` : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** Whose key it is, and what is wrong with where it lies. */
export function keyWords({ hosts, isOnSeveralHosts, isAcrossZones }: CertificateUse, names: Names): string {
  if (hosts.length === 0) return 'not told';
  const isCounted = hosts.every(({ facts }) => facts.instances === undefined);
  const shared = isOnSeveralHosts ? `one key on ${isCounted ? counted(hosts.length, 'host') : 'several hosts'}: ` : '';
  return `${shared}${names.list(hosts)}${isAcrossZones ? ', in several zones' : ''}`;
}

export function shownWords({ shownBy, passedThroughBy }: CertificateUse, names: Names): string {
  const showing = names.groups(distinct(shownBy.map(({ element }) => element)));
  return passedThroughBy.length === 0 ? showing : `${showing}, behind ${names.groups(passedThroughBy)}`;
}

function distinct(elements: readonly Element[]): readonly Element[] {
  return [...new Set(elements)];
}
