/** Whether a text is an IPv4 or IPv6 address, or a block of them: `'10.0.0.0/8'`, `'2001:db8::/32'`. */
export function isAddressBlock(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return false;
  const widest = isIpv4(address) ? 32 : isIpv6(address) ? 128 : -1;
  return Number(length ?? 0) <= widest;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Eight groups of hexadecimal digits, of which `::` stands for the zeros in between; the last two may be an IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const tail = last?.includes('.') ? last : undefined;
  if (tail !== undefined && !isIpv4(tail)) return false;
  const plain = tail === undefined ? groups : groups.slice(0, -1);
  const count = plain.length + (tail === undefined ? 0 : 2);
  return plain.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
