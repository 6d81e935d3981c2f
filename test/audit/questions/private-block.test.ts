import { isPrivateBlock } from '../../../src/audit/questions/private-block.js';

test.each([
  '10.0.0.0/8',
  '10.255.255.255',
  '172.16.0.0/12',
  '172.31.255.0/24',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
])('%s is nobody’s', (block) => {
  expect(isPrivateBlock(block)).toBe(true);
});

test.each([
  '10.0.0.0/7',
  '11.0.0.0/8',
  '172.15.0.0/16',
  '172.32.0.0/16',
  '192.169.0.0/16',
  '100.128.0.0/16',
  '0.0.0.0/0',
])('%s is somebody’s, if only in part', (block) => {
  expect(isPrivateBlock(block)).toBe(false);
});

test('a network has IPv6 addresses of its own', () => {
  expect(isPrivateBlock('2001:db8::/32')).toBeUndefined();
  expect(isPrivateBlock('no address')).toBeUndefined();
});
