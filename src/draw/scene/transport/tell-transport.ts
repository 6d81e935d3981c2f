import type { Architecture, Element } from '../../../graph/architecture.js';
import { shortened } from '../failure/name-causes.js';
import { joined, shownName } from '../spoken.js';
import type { Told } from '../view.js';
import { endsOfTlsAt } from './ends-of-tls.js';
import { groundOf } from './ground.js';

/** A card lists so many certificates; the text lists all. */
const most = 2;

/** Of what ends TLS the certificates and the day that they run out, and what it does not hand on. */
export function tellTransport(element: Element, model: Architecture): Told {
  const ends = endsOfTlsAt(model, element);
  const fate = groundOf(model).certificateAt.get(element);
  const certificates = ends.map(certificateWords);
  const shown =
    certificates.length > most ? [...certificates.slice(0, most - 1), moreWords(certificates)] : certificates;
  const lost = fate && lostWords[fate];
  return {
    facts: [...shown, ...(lost ? [lost.short] : [])],
    ...(ends.length > 0 && { pill: { sort: 'ends TLS', text: 'ends TLS' } }),
    spoken: [
      ...(ends.length > 0 ? [`TLS ends at it: ${joined(ends.map(certificateInWords))}`] : []),
      ...(groundOf(model).decrypting.has(element) ? ['What it decrypted goes on in plaintext'] : []),
      ...(lost ? [lost.long] : []),
    ],
  };
}

const lostWords = {
  lost: { short: 'client certificate lost here', long: 'The certificate that the client showed is lost here' },
  unknown: {
    short: 'client certificate: not stated',
    long: 'Whether it hands on the certificate that the client showed is not stated',
  },
} as const;

/** `shop.example until 2027-01-31`: a card has room for a short name and the day. */
function certificateWords(certificate: Element | undefined): string {
  if (!certificate) return 'certificate not stated';
  const { expires } = certificate.facts;
  const name = shortened(shownName(certificate), longestName);
  return `${name} ${expires === undefined ? '· end not stated' : `until ${expires}`}`;
}

const longestName = 32;

function moreWords(certificates: readonly string[]): string {
  return `+${certificates.length - most + 1} more certificates`;
}

function certificateInWords(certificate: Element | undefined): string {
  if (!certificate) return 'certificate not stated';
  const { expires } = certificate.facts;
  return `certificate ${shownName(certificate)}, ${expires === undefined ? 'last day not stated' : `valid until ${expires}`}`;
}
