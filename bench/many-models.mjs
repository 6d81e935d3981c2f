import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes models of about 30 elements, as a large repository holds them: alike in shape and different in what they say. The same seed
 * writes the same bytes.
 *
 * @returns the names of the files below `folder`
 */
export function writeManyModels(folder, { count, seed = 1 }) {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const file = `service-${String(index + 1).padStart(4, '0')}.ts`;
    writeFileSync(join(folder, file), manyModel(index + 1, random));
    return file;
  });
}

/** One of them. */
function manyModel(number, random) {
  const oneOf = (...texts) => texts[Math.floor(random() * texts.length)];
  const host = `service-${number}.example.org`;
  const failover = oneOf('none', 'manual');
  const expires = `expires: '20${27 + Math.floor(random() * 3)}-0${1 + Math.floor(random() * 9)}-15'`;
  const incoming = oneOf('filtered', 'allow');
  const check = oneOf('', ", { healthCheck: '/health' }", ", { timeout: '20 s' }");
  const sends = oneOf("['metrics', 'logs']", "['metrics']");
  return `import { architecture, each, http, https, mysql } from 'stanchion';

const site = architecture('Service ${number}', { summary: 'Four servers alike behind a load balancer.' });
const certificate = site.certificate('${host}', { names: ['${host}'], ${oneOf('', expires)} });
const watcher = site.externalService('metrics', { role: 'monitoring' });
const visitor = site.user('visitor');
const balancer = site.loadBalancer('load balancer', { listens: https(certificate) });
balancer.firewall('load balancer firewall', { incoming: 'filtered' });

const stack = site.servers(4, 'server', (server) => {
  server.firewall('firewall', { incoming: '${incoming}', outgoing: 'filtered' });
  server.agent('collector').reports(watcher, { sends: ${sends} });
  const web = server.webServer('web', { listens: http() });
  const app = server.appServer('app');
  const database = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { web, app, database };
});

const [writer, ...others] = stack;
each(others).database.replicates(writer.database, { failover: '${failover}' });
visitor.visits(site.dns('${host}').record('A', 'www', balancer));
balancer.balances(each(stack).web${check});
each(stack).app.writes(writer.database);

export default site;
`;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
