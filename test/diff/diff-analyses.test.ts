import type { AnalysedJourney, Faults, JourneyAvailability } from '../../src/analyses/faults/result.js';
import { diffAvailability } from '../../src/diff/diff-availability.js';
import type { ExposureChange } from '../../src/diff/diff-exposure.js';
import type { LoadChange } from '../../src/diff/diff-load.js';
import type { ModelDiff } from '../../src/diff/model-diff.js';
import type { Element } from '../../src/graph/architecture.js';
import { anyone, architecture, http, mysql } from '../../src/index.js';
import { changeOf } from './audited.js';

type Block = `${number}.${number}.${number}.${number}/${number}`;

interface Given {
  /** Hours from one failure of a server to the next. */
  readonly mtbf?: number;
  readonly objective?: number;
  readonly requests?: number;
  readonly isOpen?: boolean;
  readonly name?: string;
  readonly blocks?: readonly Block[];
}

function shop({ mtbf = 1000, objective, requests, name = 'server', isOpen = true, blocks = [] }: Given) {
  const site = architecture('Shop');
  const visitor = site.user('visitor');
  const server = site.server(name, mtbf === 0 ? {} : { mtbf: `${mtbf} hours`, mttr: '1 hour' });
  const app = server.appServer('app', { listens: http({ port: 8080 }), capacity: { requestsPerSecond: 250 } });
  const db = server.database('db', { listens: mysql() });
  const firewall = server.firewall('firewall', { incoming: 'deny' });
  for (const block of blocks) firewall.allows(block, app);
  if (isOpen) firewall.allows(anyone, app);
  visitor.visits(app, requests === undefined ? {} : { requestsPerSecond: requests });
  app.writes(db);
  if (objective !== undefined) site.journey('buy', { from: visitor, writes: db, objective });
  return site;
}

const analyses = (before: Given, after: Given) => changeOf(shop(before), shop(after)).analyses;

describe('availability', () => {
  test('is worse or better by exact figures, under other names, too', () => {
    const [worse] = analyses({ mtbf: 1000 }, { mtbf: 100, name: 'node' }).availability;
    expect(worse).toMatchObject({ verdict: 'worse', silenced: [] });
    expect(worse?.after.unavailability).toBeGreaterThan(worse?.before.unavailability ?? 1);
    expect(analyses({ mtbf: 100 }, { mtbf: 1000 }).availability).toMatchObject([{ verdict: 'better' }]);
    expect(analyses({ name: 'server' }, { name: 'node' }).availability).toEqual([]);
  });

  test('that is no longer told is neither', () => {
    const [change] = analyses({ mtbf: 100 }, { mtbf: 0 }).availability;
    expect(change?.verdict).toBe('unclear');
    expect(change?.silenced.map(({ id }) => id)).toEqual(['server']);
    expect(analyses({ mtbf: 0 }, { mtbf: 100 }).availability).toMatchObject([{ verdict: 'unclear', silenced: [] }]);
  });

  const journey = { id: 'j' } as AnalysedJourney;
  const figure = (value: number, more: Partial<JourneyAvailability> = {}): JourneyAvailability => ({
    journey,
    unavailability: value,
    method: 'exact',
    assumed: [],
    importance: [],
    importanceMethod: 'exact',
    ...more,
  });
  const sampled = (low: number, high: number) =>
    figure((low + high) / 2, { method: 'monte carlo', sampled: { samples: 100, hits: 10, low, high } });
  const silent = (value: number, ...ids: string[]) => figure(value, { assumed: ids.map((id) => ({ id }) as Element) });

  test.each([
    ['intervals that overlap', sampled(0.1, 0.2), sampled(0.19, 0.3), 'unclear', false],
    ['an exact figure within the interval', figure(0.15), sampled(0.1, 0.2), 'unclear', false],
    ['intervals apart', sampled(0.1, 0.2), sampled(0.21, 0.3), 'worse', true],
    ['intervals apart, falling', sampled(0.21, 0.3), sampled(0.1, 0.2), 'better', true],
    ['rounding', figure(0.1), figure(0.1 * (1 + 1e-12)), 'unclear', false],
    ['the same silent', silent(0.1, 'a'), silent(0.2, 'a'), 'worse', true],
    ['more is told than before', silent(0.1, 'a'), figure(0.2), 'unclear', true],
    ['a bound that is worse than all there was', figure(0.1), silent(0.2, 'a'), 'worse', true],
    ['all that there is is better than the bound', silent(0.2, 'a'), figure(0.1), 'better', true],
    ['a better bound of less', figure(0.2), silent(0.1, 'a'), 'unclear', true],
  ] as const)('%s', (_, before, after, verdict, isOtherwise) => {
    const faults = (one: JourneyAvailability) => ({ availability: [one] }) as unknown as Faults;
    const diff = { toHead: new Map() } as unknown as ModelDiff;
    const matched = { pairs: [{ before: journey, after: journey }], added: [], removed: [] };
    expect(diffAvailability(faults(before), faults(after), matched, diff)).toMatchObject([{ verdict, isOtherwise }]);
  });
});

describe('objectives', () => {
  const became = (before: Given, after: Given) => analyses(before, after).objectives.map((one) => one.became);

  test('are newly missed, or met where they were missed', () => {
    expect(became({ objective: 0.99, mtbf: 1000 }, { objective: 0.99, mtbf: 10 })).toEqual(['missed']);
    expect(became({ objective: 0.99, mtbf: 10 }, { objective: 0.99, mtbf: 1000 })).toEqual(['met']);
    expect(became({ objective: 0.9, mtbf: 50 }, { objective: 0.99, mtbf: 50 })).toEqual(['missed']);
    expect(became({ objective: 0.99, mtbf: 10 }, { objective: 0.99, mtbf: 20 })).toEqual([]);
  });

  test('are not met by asking or telling less', () => {
    expect(became({ objective: 0.99, mtbf: 50 }, { objective: 0.9, mtbf: 50 })).toEqual([]);
    expect(became({ objective: 0.99, mtbf: 50 }, { objective: 0.99, mtbf: 0 })).toEqual([]);
  });
});

describe('exposure', () => {
  const of = (before: Given, after: Given) =>
    analyses(before, after).exposure.map(
      ({ became, after: reach }: ExposureChange) => `${became} ${reach?.element.id}`,
    );

  test('opened and closed', () => {
    expect(of({ isOpen: false }, { isOpen: true })).toContain('opened server/app');
    expect(of({ isOpen: true }, { isOpen: false })).toContain('closed server/app');
    expect(of({ isOpen: true }, { isOpen: true, mtbf: 10 })).toEqual([]);
    expect(of({ isOpen: false }, { isOpen: false, blocks: ['198.51.100.0/24'] })).toContain('opened server/app');
    expect(of({ isOpen: false, blocks: ['198.51.100.0/24'] }, { isOpen: false, blocks: ['203.0.113.0/24'] })).toContain(
      'otherwise server/app',
    );
  });

  test('of blocks, more and wider ones open it, fewer and narrower ones close it', () => {
    const blocks = (before: readonly Block[], after: readonly Block[]) =>
      of({ isOpen: false, blocks: before }, { isOpen: false, blocks: after }).filter((one) => one.includes('app'));
    const [one, other] = ['198.51.100.0/24', '203.0.113.0/24'] as const;
    expect(blocks([one], [one, other])).toEqual(['opened server/app']);
    expect(blocks([one, other], [other])).toEqual(['closed server/app']);
    expect(blocks(['198.51.100.0/26'], [one])).toEqual(['opened server/app']);
    expect(blocks([one], ['198.51.100.64/26'])).toEqual(['closed server/app']);
    expect(blocks([one, '192.0.2.0/24'], ['198.51.0.0/16'])).toEqual(['otherwise server/app']);
    expect(blocks([one, other], [other, one])).toEqual([]);
  });

  test('under another name it is the same', () => {
    expect(of({ isOpen: true }, { isOpen: true, name: 'node' })).toEqual([]);
  });

  test('what was told to be closed and is not told any more is no change for the better', () => {
    const site = (incoming: 'deny' | 'filtered') => {
      const shopSite = architecture('Shop');
      const server = shopSite.server('server');
      const app = server.appServer('app', { listens: http() });
      server.firewall('firewall', { incoming });
      shopSite.user('visitor').visits(app);
      return shopSite;
    };
    const { analyses: told, weakened } = changeOf(site('deny'), site('filtered'));
    expect(told.exposure.map(({ became }) => became)).toEqual(['untold']);
    expect(weakened.map(({ sort }) => sort)).toContain('exposure');
    expect(changeOf(site('filtered'), site('deny')).analyses.exposure.map(({ became }) => became)).toEqual(['told']);
  });
});

describe('load', () => {
  const of = (before: Given, after: Given) =>
    analyses(before, after)
      .load.filter(({ situation }: LoadChange) => situation === 'now')
      .map(({ became, element }) => `${became} ${element.id}`);

  test('newly above what it takes, and no longer', () => {
    expect(of({ requests: 200 }, { requests: 300 })).toEqual(['above server/app']);
    expect(of({ requests: 300 }, { requests: 200 })).toEqual(['within server/app']);
    expect(of({ requests: 100 }, { requests: 200, name: 'node' })).toEqual(['otherwise node/app']);
    expect(of({ requests: 100 }, { requests: 100, mtbf: 10 })).toEqual([]);
  });

  test('that is not told any more is not within the limit', () => {
    expect(of({ requests: 300 }, {})).toEqual(['untold server/app']);
  });
});
