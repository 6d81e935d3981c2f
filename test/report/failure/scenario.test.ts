import { architecture } from 'stanchion';
import { reasonChains } from '../../../src/report/failure/reason-chain.js';
import { verdictOf } from '../../../src/report/failure/verdict.js';
import { idsOf, play } from './play.js';
import { watchedShop } from './sites.js';

describe('playScenario', () => {
  test('sorts what fails, what stops with it and what goes on; users are no parts that stop', () => {
    const { failed, stopped, worseOff, broken, degraded, parts, untouched, ground } = play(watchedShop(), ['front/lb']);
    expect(idsOf(failed)).toEqual(['front/lb']);
    expect(stopped).toEqual([]);
    expect(worseOff).toEqual([]);
    expect(broken).toHaveLength(3);
    expect(degraded).toHaveLength(0);
    expect(parts).toBe(ground.elements.length - 1);
    expect(untouched).toHaveLength(parts - 1);
  });

  test('a server takes along what stands on it, and leaves the reads of the replica', () => {
    const { stopped, broken, madeUpFor, degraded } = play(watchedShop(), ['server-1']);
    expect(idsOf(stopped.map(({ element }) => element))).toEqual(['server-1/app', 'server-1/db']);
    expect(idsOf(broken)).toEqual(['user/visitor writes server-1/db']);
    expect(idsOf(madeUpFor)).toEqual(['user/visitor reads server-1/db']);
    expect(idsOf(degraded)).toEqual(['user/visitor reads server-2/db']);
  });

  test('a certificate fails with its day, and not on it', () => {
    expect(idsOf(play(watchedShop(), [], '2027-01-31').failed)).toEqual([]);
    const { failed, broken } = play(watchedShop(), [], '2027-02-01');
    expect(idsOf(failed)).toEqual(['certificate/www']);
    expect(broken).toHaveLength(3);
  });

  test('what never worked is told apart from what breaks', () => {
    const site = watchedShop();
    site.journey('nowhere', { from: site.user('stranger'), reads: site.objectStore('shelf') });
    const { neverWorked, broken } = play(site, ['front/lb']);
    expect(neverWorked.map(({ name }) => name)).toEqual(['nowhere']);
    expect(broken).toEqual([]);
  });
});

describe('reasonChains', () => {
  const chainsOf = (failed: readonly string[], on?: `${number}-${number}-${number}`) => {
    const scenario = play(watchedShop(), failed, on as never);
    const chainOf = reasonChains(scenario);
    return new Map(scenario.broken.map((journey) => [journey.id, chainOf(journey)]));
  };

  test('ends with what failed', () => {
    expect(chainsOf(['front']).get('user/visitor writes server-1/db')).toEqual([
      "'visitor' visits 'lb', which is down",
      "'lb' stands on 'front', which failed",
    ]);
  });

  test('begins at the store where that is down', () => {
    expect(chainsOf(['server-1']).get('user/visitor writes server-1/db')).toEqual([
      "'server-1/db' stands on 'server-1', which failed",
    ]);
  });

  test('what ran out is named as that', () => {
    expect(chainsOf([], '2028-01-01').get('user/visitor reads server-1/db')).toEqual([
      "'visitor' visits 'lb', whose certificate 'www' has run out",
    ]);
  });

  test('a user who is gone is reason enough', () => {
    expect(chainsOf(['user/visitor']).get('user/visitor writes server-1/db')).toEqual(["'visitor' failed"]);
  });
});

describe('verdictOf', () => {
  test('says what fails, what it breaks, what stops, who hears of it', () => {
    expect(verdictOf(play(watchedShop(), ['front']))).toBe(
      "When 'front' fails, nothing works any more: 'visitor' can no longer read from or write to 'server-1/db' and 'server-2/db'. 1 element stops with it. 'monitor' notices, and 'pager' (read by on call) is alerted.",
    );
  });

  test('says that nothing breaks where nothing does', () => {
    expect(verdictOf(play(watchedShop(), ['server-2']))).toMatch(
      /^When 'server-2' fails, all 3 journeys go on, with something missing or no spare left\. 2 elements stop/,
    );
    expect(verdictOf(play(watchedShop(), ['server-2/app']))).toMatch(
      /^When 'server-2\/app' fails, all 3 journeys go on, with something missing or no spare left\. Nothing else stops/,
    );
    expect(verdictOf(play(watchedShop(), ['operations']))).toMatch(/all 3 journeys go on as before/);
  });

  test('names the day of what has run out, and says so where nothing has', () => {
    expect(verdictOf(play(watchedShop(), [], '2028-01-01'))).toMatch(/^On 2028-01-01, when 'www' has run out, /);
    expect(verdictOf(play(watchedShop(), ['server-2'], '2028-01-01'))).toMatch(
      /^When 'server-2' fails on 2028-01-01, and 'www' has run out, /,
    );
    expect(verdictOf(play(watchedShop(), [], '2026-01-01'))).toBe('By 2026-01-01 nothing has run out.');
  });

  test('a model without journeys says so', () => {
    const site = architecture('bare');
    site.server('alone');
    expect(verdictOf(play(site, ['alone']))).toMatch(
      /^When 'alone' fails, no journey breaks, as the model shows no way from a user to a store\./,
    );
  });
});
