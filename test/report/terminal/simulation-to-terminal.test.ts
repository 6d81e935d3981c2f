import { architecture } from 'stanchion';
import threeZoneShop from '../../../models/three-zone-shop.js';
import { audit } from '../../../src/audit/audit.js';
import { explainElement } from '../../../src/report/explanation/element-explanation.js';
import { explainedModel } from '../../../src/report/explanation/explained-model.js';
import { failureGround } from '../../../src/report/failure/failure-ground.js';
import { playScenario } from '../../../src/report/failure/scenario.js';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { elementToTerminal } from '../../../src/report/terminal/explanation-to-terminal.js';
import { failuresToTerminal, scenariosToTerminal } from '../../../src/report/terminal/simulation-to-terminal.js';
import { rules } from '../../../src/rules/index.js';
import { draft } from '../../analyses/support/document.js';
import { groundOf, play } from '../failure/play.js';
import { watchedShop } from '../failure/sites.js';
import { hostileName, today } from '../support.js';

const plain = { colour: false, width: 90, sourceLines: () => undefined };
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
/** What no terminal may be sent. */
const controls = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]/u;

const told = (failed: readonly string[], site: unknown = watchedShop()) =>
  scenariosToTerminal([play(site, failed)], plain);
const all = (site: unknown, pairs = false) => failuresToTerminal([groundOf(site)], { each: true, pairs }, plain);
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('a scenario', () => {
  test('the verdict comes first; then why, who notices, what still works, what to do', async () => {
    const text = await told(['server-1']);
    const [, , , verdict] = text.split('\n');
    expect(verdict).toMatch(/^When 'server-1' fails, 'visitor' can no longer write to 'server-1\/db'/);
    const heads = text.split('\n').filter((line) => /^[A-Z]{3}/.test(line));
    expect(heads).toEqual([
      'FAILS',
      'JOURNEYS  1 broken, 1 made up for, 1 degraded, 0 as before',
      'STOPS WITH IT  2 elements',
      'WORSE OFF  2 elements',
      expect.stringMatching(/^UNTOUCHED/),
      'DATA',
      'WHO NOTICES',
      'WHAT TO DO NOW',
      'WHAT TO DO SO THAT IT DOES NOT HAPPEN AGAIN',
      'TAKEN FOR GRANTED',
    ]);
    expect(flat(text)).toContain(
      "Broken 'visitor' writes 'server-1/db' because 'server-1/db' stands on 'server-1', which failed.",
    );
    expect(flat(text)).toContain("Made up for 'visitor' reads 'server-1/db': another copy is read instead");
    expect(flat(text)).toContain("Degraded 'visitor' reads 'server-2/db': goes on with something missing");
    expect(flat(text)).toContain("Promoting 'server-2/db' instead may lose the last writes.");
    expect(flat(text)).toContain("'server-1/app' and 'server-1/db': each stands on 'server-1', which failed.");
  });

  test('where nobody watches, users are the first to notice', async () => {
    expect(flat(await told(['operations', 'front']))).toContain("As far as is told, the first to notice: 'visitor'.");
    expect(flat(await told(['front']))).not.toContain('the first to notice');
  });

  test('data that are lost are told as lost, and whether that is all that is known', async () => {
    const oneCopy = (complete: readonly 'backups'[]) => {
      const site = architecture('one copy', { complete });
      const db = site.server('host').database('db');
      site.journey('read', { from: site.user('reader'), reads: db });
      return site;
    };
    expect(flat(await told(['host'], oneCopy(['backups'])))).toContain("DATA - Lost, as no copy is left: 'db'.");
    expect(flat(await told(['host'], oneCopy([])))).toContain("DATA - Lost, as the model tells no other copy: 'db'.");
    expect(flat(await told(['server-2']))).toContain('DATA None is lost.');
  });

  test('says with colour what it says without', async () => {
    const coloured = await scenariosToTerminal([play(watchedShop(), ['server-1'])], { ...plain, colour: true });
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, '')).toBe(await told(['server-1']));
  });

  test('a crowd is cut short, and counted', async () => {
    const site = architecture('crowd');
    const host = site.server('host');
    for (let number = 0; number < 100; number += 1) host.appServer(`app ${number}`);
    const users = Array.from({ length: 30 }, (_, number) => site.user(`user ${number}`));
    const db = host.database('db');
    for (const user of users) site.journey(`way of ${user.name}`, { from: user, reads: db });
    const text = await told(['host'], site);
    expect(text.split('\n').length).toBeLessThan(80);
    expect(flat(text)).toContain("'app 4' and 96 more: each stands on 'host', which failed.");
  });
});

describe('every failure', () => {
  test('single points by their root, the widest first, with what they break, who notices and what to do', async () => {
    const text = await all(watchedShop());
    expect(flat(text)).toContain(
      "2 single points of failure: each breaks journeys by failing alone. The widest is 'lb': without it 'visitor' can no longer",
    );
    expect(text).toMatch(/# {2}fails +or its place +journeys +affects/);
    expect(text).toMatch(/1 {2}'lb', load balancer +'front' +3 of 3 +0/);
    expect(text).toMatch(/2 {2}'server-1\/db', database +'server-1' +1 of 3 +3/);
    expect(flat(text)).toContain("Noticed 'monitor' notices, and 'pager' (read by on call) is alerted.");
    // Without the primary reading goes on: nothing stops, much is worse off.
    expect(flat(text)).toMatch(
      /When 'server-1\/db' fails Breaks 'visitor' can no longer write to 'server-1\/db'\. Worse off 'lb', 'server-1\/app' and 'server-2\/app' Noticed 'monitor' notices/,
    );
    expect(text).toContain("  'www', certificate: 3 journeys");
    expect(text).toMatch(/\d+ of the \d+ elements that can fail break no journey by failing alone: 'operations'/);
    expect(text).toContain('TAKEN FOR GRANTED');
  });

  test('with figures: whose downtime it mostly is', async () => {
    const site = architecture('figures');
    const web = site.webServer('web', { unavailability: 0.01 });
    const db = site.database('db', { unavailability: 0.03 });
    const visitor = site.user('visitor');
    visitor.visits(web);
    const app = site.appServer('app');
    web.forwards(app);
    app.reads(db);
    const text = await all(site);
    expect(text).toMatch(/journeys +affects +only copy told +of downtime/);
    // Birnbaum's 0.99 · 0.03 of 1 − 0.99 · 0.97.
    expect(text).toMatch(/'db', database +1 of 1 +2 +'db' +75 %/);
    expect(flat(text)).toContain(
      "Mend first what most of the failing time goes back to: 'db' (75 %) and 'web' (24 %).",
    );
  });

  test('a model that has none', async () => {
    expect(await all(architecture('bare'))).toContain('there is no journey that could break');
    const site = architecture('closed');
    site.journey('look', { from: site.user('visitor'), reads: site.database('db') });
    expect(flat(await all(site))).toContain('No journey works even with nothing failed');
    expect(flat(await all(site))).toContain('BROKEN AS MODELLED 1 journey');
  });

  test('what nothing asks to survive is no single point, and is not hidden either', async () => {
    const text = flat(await all(threeZoneShop));
    expect(text).toContain(
      "No journey breaks when any one thing fails, apart from what nothing in the model asks to survive: 'Frankfurt' and 'Example DNS'.",
    );
    expect(text).toContain("'Frankfurt', region: 1 journey");
  });

  test('pairs stand below', async () => {
    const text = flat(await all(watchedShop(), true));
    expect(text).toContain(
      "PAIRS 3 3 pairs break journeys that neither half breaks alone. The widest: when 'server-1/app' and 'server-2/app' fail together,",
    );
    // Each copy can be read while the other is down: only both together end it.
    expect(text).toContain("'server-1/db' and 'visitor' can no longer read from");
    expect(flat(await all(threeZoneShop, true))).toContain("'zone a' with 'balancer 2'; 'zone a' with 'zone b'");
    expect(text).toMatch(/One of them in full: stanchion simulate .* --fail 'lb' $/);
    expect(flat(await all(architecture('bare'), true))).toContain('No two elements break a journey together');
    expect(await failuresToTerminal([groundOf(watchedShop())], { each: false, pairs: true }, plain)).not.toContain(
      'SINGLE POINTS',
    );
  });
});

describe('whatever a model is called', () => {
  test.each([40, 60, 75, 110])('keeps within %i columns', async (width) => {
    const options = { ...plain, width };
    const texts = [
      await failuresToTerminal([groundOf(watchedShop())], { each: true, pairs: true }, options),
      await scenariosToTerminal([play(watchedShop(), ['server-1'])], options),
    ];
    const lines = texts.join('\n').split('\n');
    expect(lines.filter((line) => cellsOf(line) > width && line.trim().includes(' '))).toEqual([]);
  });

  test('names in other scripts and hostile ones are told harmlessly', async () => {
    const { element, flow, graph } = draft();
    const server = element('server', 's', { name: 'サーバー 一号' });
    const web = element('webServer', 'w', { in: server, name: hostileName });
    const db = element('database', 'd', { in: server, name: 'база данных' });
    flow(element('user', 'u', { name: 'مستخدم' }), 'visits', web);
    flow(web, 'reads', db);
    const ground = failureGround(audit(graph(), { today, rules }));
    const text = [
      await failuresToTerminal([ground], { each: true, pairs: true }, plain),
      await scenariosToTerminal([playScenario(ground, ['s'])], plain),
      await elementToTerminal(explainElement(ground.model.byId.get('w')!, explainedModel(ground.audit)), plain),
    ].join('');
    expect(text.replaceAll('\n', '')).not.toMatch(controls);
    expect(text).toContain("'サーバー 一号'");
    expect(text).toContain("'база данных'");
    expect(text).toContain('\\u001b[31m');
  });
});
