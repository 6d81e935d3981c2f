import { joined, speaker } from '../../src/audit/say.js';
import { architecture } from '../../src/index.js';
import { build } from '../support/build.js';

const site = architecture('names');
const zone = site.zone('dmz');
zone.loadBalancer('twin');
site.servers(3, 'server', (server) => {
  server.database('mysql');
  server.cache('twin');
});
site.database('orders');
const model = build(site)[0]!;
const say = speaker(model);
const find = (id: string) => model.byId.get(id)!;

test('names an element by its name, and by its place where another is called the same', () => {
  expect(say('{{x}}', { x: find('orders') })).toBe('orders');
  expect(say('{{x}}', { x: find('server-1/mysql') })).toBe('mysql on server-1');
  expect(say('{{x}}', { x: find('dmz/twin') })).toBe('twin in dmz');
});

test('lists elements of one name by their places', () => {
  expect(say('{{x}}', { x: model.byKind.database.slice(0, 3) })).toBe('mysql on server-1, server-2 and server-3');
  expect(say('{{x}}', { x: [find('server-1/mysql'), find('orders')] })).toBe('mysql on server-1 and orders');
  expect(say('{{x}}', { x: [find('dmz/twin'), find('server-1/twin')] })).toBe('twin in dmz and twin on server-1');
});

test('lists texts as they are', () => {
  expect(say('{{x}}', { x: ['a', 'b'] })).toBe('a and b');
  expect(say('{{x}}.', { x: [] })).toBe('.');
});

test('clips a name from the 81st character on', () => {
  const [long] = build(
    (() => {
      const other = architecture('long');
      other.database('x'.repeat(80));
      other.database('y'.repeat(81));
      return other;
    })(),
  );
  const [first, second] = long!.byKind.database;
  expect(speaker(long!)('{{x}}', { x: first! })).toBe('x'.repeat(80));
  expect(speaker(long!)('{{x}}', { x: second! })).toBe(`${'y'.repeat(79)}…`);
});

test('takes text and numbers as they are, and leaves a slot without value to be seen', () => {
  expect(say('{{a}} {{b}} {{c}} {{constructor}}', { a: 'x$&', b: 3 })).toBe('x$& 3 {{c}} {{constructor}}');
});

test('joins names, and counts those that are too many', () => {
  expect(joined([])).toBe('');
  expect(joined(['a'])).toBe('a');
  expect(joined(['a', 'b'])).toBe('a and b');
  expect(joined(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d, e and f');
  expect(joined(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).toBe('a, b, c, d, e and 3 more');
});
