import { architecture } from 'stanchion';
import { noticeInShort, noticeSentences } from '../../../src/report/failure/notice-words.js';
import { whoNotices } from '../../../src/report/failure/who-notices.js';
import type { Aspect } from '../../../src/vocabulary/words.js';
import { idsOf, play } from './play.js';
import { watchedShop } from './sites.js';

function noticed(site: unknown, failed: readonly string[]) {
  const scenario = play(site, failed);
  const noticing = whoNotices(scenario);
  return {
    noticing,
    sentences: noticeSentences(noticing, scenario.ground),
    short: noticeInShort(noticing, scenario.ground),
  };
}

describe('who notices', () => {
  test('what watches it, and whoever that alerts', () => {
    const { noticing, sentences } = noticed(watchedShop(), ['front/lb']);
    expect(
      noticing.watchers.map(({ monitor, sees, alerts, isDown }) => [monitor.id, idsOf(sees), idsOf(alerts), isDown]),
    ).toEqual([['operations/monitor', ['front/lb'], ['pager'], false]]);
    expect(sentences).toEqual(["'monitor' watches 'lb', and alerts 'pager' (read by on call)."]);
  });

  test('what stops with it is watched too', () => {
    const { sentences, short } = noticed(watchedShop(), ['server-1']);
    expect(sentences).toEqual([
      "'monitor' watches 'server-1/app', and alerts 'pager' (read by on call).",
      "Nothing watches 'server-1'.",
    ]);
    expect(short).toBe("'monitor' notices, and 'pager' (read by on call) is alerted");
  });

  test('a monitor that is down sees nothing', () => {
    const { noticing, short } = noticed(watchedShop(), ['operations', 'front/lb']);
    expect(noticing.watchers).toMatchObject([{ isDown: true }]);
    expect(short).toBe('nobody notices: what watches it is down too');
  });

  test('an alert that reaches nobody who is up is none', () => {
    const { sentences } = noticed(watchedShop(), ['front/lb', 'pager']);
    expect(sentences[0]).toBe("'monitor' watches 'lb', and would alert 'pager', which is down too.");
  });

  test.each<[readonly Aspect[], string, string]>([
    [['monitoring'], 'nobody notices: nothing watches it', "Nothing watches 'db'."],
    [[], 'the model does not say who notices', "Whether anything watches 'db' the model does not say."],
  ])('nothing stated, complete for %j', (complete, short, sentence) => {
    const site = architecture('dark', { complete });
    site.server('host').database('db');
    const told = noticed(site, ['host/db']);
    expect([told.short, told.sentences]).toEqual([short, [sentence]]);
  });

  test.each<[readonly Aspect[], string]>([
    [['alerts'], "'watcher' watches 'db', and alerts nobody."],
    [[], "'watcher' watches 'db', and whom it alerts the model does not say."],
  ])('no alert stated, complete for %j', (complete, sentence) => {
    const site = architecture('mute', { complete });
    site.monitoringService('watcher').watches(site.server('host').database('db'));
    expect(noticed(site, ['host/db']).sentences).toEqual([sentence]);
  });

  test('a probe from outside notices', () => {
    const site = architecture('probed');
    const web = site.webServer('web');
    site.externalService('prober', { role: 'monitoring' }).probes(web);
    expect(noticed(site, ['web']).noticing.watchers.map(({ monitor }) => monitor.name)).toEqual(['prober']);
  });

  test('a provider is watched by nobody, and nothing is said of that', () => {
    const { noticing } = noticed(watchedShop(), ['provider/Far Away']);
    expect(noticing.unwatched).toEqual([]);
  });
});

test('where only writing stops, what can no longer write is watched', () => {
  const { sentences } = noticed(watchedShop(), ['server-1/db']);
  expect(sentences).toEqual([
    "'monitor' watches 'lb', 'server-1/app' and 'server-2/app', and alerts 'pager' (read by on call).",
    "Nothing watches 'server-1/db'.",
  ]);
});
