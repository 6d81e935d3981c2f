import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder } from '../cli/built-command.js';
import { fragile } from '../cli/models.js';

/** Loaded before the command: notes every way of Node to the network in a file, and refuses it. */
const tripwire = `
const { appendFileSync } = require('node:fs');
const trip = (what) => function () {
  appendFileSync(process.env.TRIPWIRE, what + '\\n');
  throw new Error('no network: ' + what);
};
const net = require('node:net');
net.Socket.prototype.connect = trip('connect');
net.Server.prototype.listen = trip('listen');
for (const name of ['createSocket']) require('node:dgram')[name] = trip('datagram');
for (const [name, value] of Object.entries(require('node:dns'))) if (typeof value === 'function') require('node:dns')[name] = trip('look-up');
for (const module of ['node:http', 'node:https']) for (const name of ['request', 'get']) require(module)[name] = trip('request');
require('node:http2').connect = trip('request');
globalThis.fetch = trip('fetch');
`;

let folder: BareFolder;
let environment: Record<string, string>;
beforeAll(() => {
  folder = bareFolder({ 'shop.ts': fragile, 'tripwire.cjs': tripwire, tripped: '' });
  environment = {
    NODE_OPTIONS: `--require ${join(folder.path, 'tripwire.cjs')}`,
    TRIPWIRE: join(folder.path, 'tripped'),
  };
});
afterAll(() => folder.remove());

test.each([
  ['audit', 'shop.ts'],
  ['audit', 'shop.ts', '--json'],
  ['render', 'shop.ts'],
  ['report', 'shop.ts'],
  ['simulate', 'shop.ts', '--pairs'],
  ['simulate', 'shop.ts', '--fail=server'],
  ['diff', 'shop.ts', 'shop.ts'],
  ['explain', 'H2', 'shop.ts'],
  ['explain', 'nginx', 'shop.ts', '--json'],
  ['rules'],
  ['schema'],
  ['--help'],
])('stanchion %s %s opens no socket', (...args) => {
  const { exitCode, stderr } = folder.stanchion(args, { env: environment });
  expect(stderr).toBe('');
  expect(exitCode).toBeLessThan(2);
  expect(readFileSync(join(folder.path, 'tripped'), 'utf8')).toBe('');
});

test('the wire trips', () => {
  folder.write('tripped', '');
  folder.write('planted.cjs', "try { require('node:net').connect(9) } catch {}\n");
  const planted = {
    ...environment,
    NODE_OPTIONS: `${environment.NODE_OPTIONS} --require ${join(folder.path, 'planted.cjs')}`,
  };
  expect(folder.stanchion(['--version'], { env: planted }).exitCode).toBe(0);
  expect(readFileSync(join(folder.path, 'tripped'), 'utf8')).toBe('connect\n');
  folder.write('tripped', '');
});
