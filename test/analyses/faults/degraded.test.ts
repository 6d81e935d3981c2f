import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { chain, journeysWith, withReplica } from '../support/chain.js';
import { type Drafting, draft } from '../support/document.js';

/** Two users, each with an application of its own that writes to a store of its own. */
function apart(): Drafting {
  const d = draft();
  for (const side of ['left', 'right']) {
    d.element('user', `user-${side}`);
    d.element('appServer', `app-${side}`);
    d.element('database', `db-${side}`);
    d.flow(`user-${side}`, 'visits', `app-${side}`);
    d.flow(`app-${side}`, 'writes', `db-${side}`);
  }
  d.element('externalService', 'mail');
  d.flow('app-left', 'calls', 'mail', { optional: true });
  return d;
}

describe('a journey is degraded', () => {
  test('for users who meet what is worse off, and for no others', () => {
    const states = journeysWith(apart().graph(), 'mail');
    expect(states).toEqual({ 'user-left writes db-left': 'degraded', 'user-right writes db-right': 'works' });
  });

  test('not where what is worse off lies behind what is down', () => {
    const d = apart();
    d.element('cache', 'cache');
    d.element('component', 'helper');
    d.flow('user-right', 'calls', 'helper', { optional: true });
    d.flow('helper', 'calls', 'cache', { optional: true });
    expect(journeysWith(d.graph(), 'cache')['user-right writes db-right']).toBe('works');
    expect(journeysWith(d.graph(), 'helper')['user-right writes db-right']).toBe('degraded');
  });

  test('where one of several things that an element goes on without is missing', () => {
    const d = apart();
    d.element('externalService', 'maps');
    d.flow('app-left', 'calls', 'maps', { optional: true });
    expect(journeysWith(d.graph(), 'maps')['user-left writes db-left']).toBe('degraded');
  });

  test('in the mode that is worse off, and not in the other', () => {
    const d = chain();
    d.element('searchIndex', 'index');
    d.flow('app', 'reads', 'index', { optional: true });
    expect(journeysWith(d.graph(), 'index')).toMatchObject({ 'user reads db': 'degraded', 'user writes db': 'works' });
  });

  test('where a replica stands in for a primary that is down, and what is behind the primary does not count', () => {
    const d = withReplica(chain(), { failover: { by: 'watchdog' } });
    d.element('component', 'watchdog');
    expect(journeysWith(d.graph(), 'db')).toEqual({ 'user reads db': 'degraded', 'user writes db': 'degraded' });
    expect(journeysWith(d.graph(), 'replica')).toEqual({ 'user reads db': 'degraded', 'user writes db': 'degraded' });
  });

  test('not for a member of a group that is gone with what it alone went on without', () => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['one', 'two', 'three']) d.element('appServer', id);
    d.cluster('apps', 'appServer', ['one', 'two', 'three']);
    d.element('database', 'db');
    d.element('cache', 'cache');
    d.flow('user', 'visits', 'apps');
    for (const id of ['one', 'two', 'three']) d.flow(id, 'writes', 'db');
    d.flow('one', 'calls', 'cache', { optional: true });
    expect(journeysWith(d.graph(), 'cache')).toEqual({ 'user writes db': 'degraded' });
    expect(journeysWith(d.graph(), 'cache', 'one')).toEqual({ 'user writes db': 'works' });
    expect(journeysWith(d.graph(), 'two', 'one')).toEqual({ 'user writes db': 'degraded' });
  });

  test('in a ring of needs too', () => {
    const d = apart();
    d.flow('app-right', 'calls', 'ring');
    d.element('component', 'ring');
    d.flow('ring', 'calls', 'app-right');
    expect(journeysWith(d.graph(), 'mail')).toMatchObject({ 'user-right writes db-right': 'works' });
  });

  test('as modelled, where what it goes on without never works', () => {
    const d = apart();
    d.flow('app-right', 'calls', 'gone', { optional: true });
    const { journeys } = analyseFaults(d.graph());
    expect(journeys.map(({ state }) => state)).toEqual(['works', 'degraded']);
  });
});

test('of two copies of a store, one makes up for the other', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  for (const id of ['one', 'two']) d.element('database', id);
  d.flow('user', 'visits', 'app');
  d.pool('app', 'reads', ['one', 'two']);
  const told = (...failed: readonly string[]) =>
    analyseFaults(d.graph())
      .simulate(failed)
      .journeys.map(({ state, madeUpFor }) => [state, madeUpFor]);
  expect(told('one')).toEqual([
    ['broken', true],
    ['degraded', undefined],
  ]);
  expect(told('one', 'two')).toEqual([
    ['broken', undefined],
    ['broken', undefined],
  ]);
  expect(told()).toEqual([
    ['works', undefined],
    ['works', undefined],
  ]);
});
