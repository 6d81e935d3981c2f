/**
 * Whether a name of a certificate is for a host (RFC 6125 section 6.4, RFC 9525 section 6.3): without regard to case; a `*`
 * stands for one whole label, the leftmost, and for nothing else.
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
  return name.toLowerCase().replace(/\.$/, '');
}

/** No wildcard stands for a part of an address. */
function isAddress(name: string): boolean {
  return /^\d+(\.\d+){3}$/.test(name);
}
