import fc from 'fast-check';
import { formatRange, parseBlock } from '../../../src/analyses/network/addresses.js';

describe('blocks of addresses', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['192.168.1.7', '192.168.1.7/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['::/0', '::/0'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:db8:0:0:1:0:0:1/64', '2001:db8::/64'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
    ['fe80::1:0:0:0/128', 'fe80::1:0:0:0/128'],
    ['2001:db8:0:0:1:1:1:1', '2001:db8::1:1:1:1/128'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1/128'],
    [' 10.0.0.1 ', '10.0.0.1/32'],
    ['::1.2.3.4', '::102:304/128'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304/128'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0/128'],
  ])('%s is %s', (text, normal) => {
    expect(formatRange(parseBlock(text)!)).toBe(normal);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '1::2::3',
    '::/129',
    '1:2:3:4:5:6:7',
    '12345::',
    'x',
    '1/2/3',
    '10.0.0.0/-1',
    '10.0.0.0/8x',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '/8',
    '+1.0.0.0',
    '1x.0.0.0',
    '1::2::',
    'g::1',
    '1::g',
    '::1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3.4:5',
    '::1.2',
    '::12345',
    '::x1',
  ])('%j is none', (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  test('are read as they are written', () => {
    const blocks = fc.oneof(
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })),
      fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })),
    );
    fc.assert(
      fc.property(blocks, ([address, length]) => {
        const range = parseBlock(`${address}/${length}`)!;
        expect(parseBlock(formatRange(range))).toEqual(range);
        const { family, first } = parseBlock(address)!;
        expect(family).toBe(range.family);
        expect(range.first <= first && first <= range.last).toBe(true);
      }),
      { numRuns: 1_000, seed: 20_261_121 },
    );
  });

  test('that are none are told from first to last', () => {
    expect(formatRange({ family: 4, first: 1n, last: 3n })).toBe('0.0.0.1-0.0.0.3');
    expect(formatRange({ family: 4, first: 1n, last: 2n })).toBe('0.0.0.1-0.0.0.2');
    expect(formatRange({ family: 6, first: 0n, last: 2n })).toBe('::-::2');
  });
});
