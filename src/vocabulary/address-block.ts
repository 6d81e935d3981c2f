/** An IPv4 or IPv6 address or block as a block: `'10.1.2.3'` is `'10.1.2.3/32'`. Undefined where the text is neither. */
export function addressBlock(text: string): string | undefined {
  const [address = '', length] = text.split('/', 2);
  const widest = isIpv4(address) ? 32 : isIpv6(address) ? 128 : -1;
  const block = `${address}/${length ?? widest}`;
  const right = /^\d{1,3}$/.test(length ?? '0') && Number(length ?? 0) <= widest;
  return right && (text === block || text === address) ? block : undefined;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

/** Eight groups of hexadecimal digits, of which `::` stands for the zeros in between; the last two may be an IPv4 address. */
function isIpv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(':') + 1);
  const whole = isIpv4(last) ? `${text.slice(0, -last.length)}0:0` : text;
  const halves = whole.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const filled = halves.length === 2 ? groups.length < 8 : halves.length === 1 && groups.length === 8;
  return filled && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}
