/**
 * Whether a name of a certificate is for a host (RFC 6125 section 6.4, RFC 9525 section 6.3): without regard to case, and
 * whichever way a name beyond ASCII is written; a `*` stands for one whole label, the leftmost, and for nothing else.
 */
export function coversHost(name: string, host: string): boolean {
  const [certified, asked] = [plainName(name), plainName(host)];
  if (!certified.startsWith('*.')) return certified === asked && !certified.includes('*');
  const dot = asked.indexOf('.');
  const rest = certified.slice(1);
  return dot > 0 && !isAddress(asked) && !rest.includes('*') && asked.slice(dot) === rest;
}

/** A name that a client could ask for: at least two labels, none empty. */
export function isHostName(name: string): boolean {
  return /^[^\s.]+(\.[^\s.]+)+$/.test(plainName(name));
}

/** The root's dot at the end says nothing. */
function plainName(name: string): string {
  return asciiName(name).replace(/\.$/, '');
}

/** In A-labels (RFC 5890 section 2.3.2.1): `bücher.example` is `xn--bcher-kva.example`. What is no name stays as it is. */
function asciiName(name: string): string {
  const plain = name.toLowerCase();
  if (isAscii.test(plain) || delimiters.test(plain)) return plain;
  const wildcard = plain.startsWith('*.') ? '*.' : '';
  const url = `http://${plain.slice(wildcard.length)}`;
  return URL.canParse(url) ? wildcard + new URL(url).hostname : plain;
}

const isAscii = /^\p{ASCII}*$/u;

/** What would end the host in a URL, or be read as something else. */
const delimiters = /[\s/\\?#@:%[\]]/;

/** No wildcard stands for a part of an address. */
function isAddress(name: string): boolean {
  return /^\d+(\.\d+){3}$/.test(name);
}
