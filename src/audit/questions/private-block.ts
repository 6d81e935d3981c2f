import { parseBlock } from '../../analyses/network/addresses.js';

/**
 * Blocks that nobody on the internet has: private networks (RFC 1918), carriers' (RFC 6598), one link alone (RFC 3927), and
 * those for documentation (RFC 5737).
 */
const nobodys = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
].flatMap((block) => parseBlock(block) ?? []);

/** Whether all addresses of a block are free for everybody to use inside; undefined of IPv6, where a network has its own. */
export function isPrivateBlock(text: string): boolean | undefined {
  const block = parseBlock(text);
  if (block?.family !== 4) return undefined;
  return nobodys.some(({ first, last }) => first <= block.first && block.last <= last);
}
