import { architecture, mysql } from 'stanchion';
import { firstAid, spareFor } from '../../../src/report/failure/first-aid.js';
import { remediesFor, remediesForFailed } from '../../../src/report/failure/remedies.js';
import { groundOf, play } from './play.js';
import { watchedShop } from './sites.js';

const aid = (failed: readonly string[], on?: '2028-01-01') => firstAid(play(watchedShop(), failed, on));

describe('first aid', () => {
  test('bring back what failed', () => {
    expect(aid(['front'])).toEqual(["Bring back 'front'; what stopped with it comes back with it."]);
    expect(aid(['front/lb'])).toEqual(["Bring back 'lb'."]);
    expect(aid(['front', 'server-2/app'])[0]).toBe(
      "Bring back 'front' and 'server-2/app'; what stopped with them comes back with them.",
    );
  });

  test('promote the copy that nothing promotes, restore what is backed up', () => {
    expect(aid(['server-1/db'])).toEqual([
      "Bring back 'server-1/db'.",
      "Nothing takes over for 'server-1/db' by itself: promote 'server-2/db' by hand, and point to it whatever writes. Its copy may lack the last writes.",
      "If 'server-1/db' cannot be repaired, restore from the copy in 'vault', made every 1 day.",
    ]);
  });

  test('no copy is promoted that is down too, none that takes over by itself', () => {
    expect(aid(['server-1/db', 'server-2']).join()).not.toContain('promote');
    const site = architecture('automatic');
    const [one, two] = site.servers(2, 'host', (host) => host.database('db', { engine: 'mysql', listens: mysql() }));
    two.replicates(one, { failover: { by: site.coordinator('elector') } });
    expect(firstAid(play(site, ['host-1/db']))).toEqual(["Bring back 'host-1/db'."]);
  });

  test('the writer of a group', () => {
    const site = architecture('group');
    const members = site.servers(2, 'host', (host) => host.database('db', { engine: 'mysql', listens: mysql() }));
    site.cluster('dbs', members, { mode: 'active-passive', writer: members[0], failover: 'manual' });
    expect(firstAid(play(site, ['host-1/db']))).toContain(
      "Nothing takes over for 'host-1/db' by itself: promote 'host-2/db' by hand, and point to it whatever writes.",
    );
    expect(firstAid(play(site, ['host-2/db'])).join()).not.toContain('promote');
  });

  test('data of which no copy is left is not to be touched', () => {
    const site = architecture('one copy');
    site.server('host').database('db');
    expect(firstAid(play(site, ['host'])).join()).toContain("Touch nothing that held 'db'");
    expect(aid(['server-1', 'server-2']).join()).not.toContain('Touch nothing');
  });

  test('certificates are renewed, what others run is asked for', () => {
    expect(aid([], '2028-01-01')).toEqual(["Renew 'www' and give it to whatever serves it."]);
    expect(aid(['provider/Far Away'])).toEqual([
      "Only those who run 'Far Away' can bring it back: ask them how long it takes.",
    ]);
  });

  test('what waits for one another is started by hand', () => {
    const site = architecture('ring');
    const [one, two] = [site.appServer('one', { listens: mysql() }), site.appServer('two', { listens: mysql() })];
    one.calls(two);
    two.calls(one);
    expect(firstAid(play(site, ['one'])).join()).toContain("'one' and 'two' wait for one another");
  });
});

describe('remedies', () => {
  test('of the findings on what fails, with their marks', () => {
    const ground = groundOf(watchedShop());
    const [first] = remediesFor([ground.model.byId.get('front/lb')!], ground);
    expect(first).toMatchObject({
      finding: { rule: 'availability/spof-load-balancer' },
      mark: expect.stringMatching(/^H\d+$/),
    });
    expect(first?.text).toBe(first?.finding?.remedy);
  });

  test('of the single point within a place that fails', () => {
    const ground = groundOf(watchedShop());
    const texts = remediesForFailed([ground.model.byId.get('front')!], ground).map(({ finding }) => finding?.rule);
    expect(texts).toContain('availability/spof-load-balancer');
  });

  test('where no rule speaks of a single point, what would take it away; of what is none nothing', () => {
    const ground = groundOf(watchedShop());
    const texts = (id: string) =>
      remediesFor([ground.elements.find((one) => one.id === id)!], ground).map(({ text }) => text);
    expect(texts('certificate/www')).toEqual([
      "Renew 'www' well before it runs out, and have something watch the day.",
    ]);
    expect(texts('pager')).toEqual([]);
  });

  test('every kind of single point has an answer, except users and certificates', () => {
    const site = architecture('kinds');
    site.user('u');
    site.dns('d');
    site.externalService('e');
    site.region('r');
    site.server('s');
    site.database('b');
    site.appServer('a');
    site.certificate('c');
    const ground = groundOf(site);
    const answers = ground.elements.map((element) => spareFor(element, ground));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(2);
    expect(new Set(answers.filter(Boolean)).size).toBe(ground.elements.length - 2);
  });
});
