import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/quorum-weak.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

/** Voters on servers of their own, one after another in the racks named. */
function voters(count: number, racks: readonly string[], role?: 'account' | 'uplink' | 'rack') {
  const site = architecture('shop');
  const domains = new Map([...new Set(racks)].map((name) => [name, site.failureDomain(name, role ? { role } : {})]));
  const members = Array.from({ length: count }, (_, index) => {
    const rack = domains.get(racks[index] ?? '');
    const number = index + 1;
    return site.server(`server ${number}`, rack ? { standsIn: rack } : {}).coordinator(`voter ${number}`);
  });
  site.cluster('votes', members);
  return site;
}

function onOneServer() {
  const site = architecture('shop');
  const [first, second] = [site.server('first'), site.server('second')];
  const members = [first, first, second].map((server, index) => server.coordinator(`voter ${index}`));
  site.cluster('votes', members);
  return site;
}

function placeless(environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  site.cluster(
    'votes',
    [1, 2, 3].map((number) => site.coordinator(`voter ${number}`)),
  );
  return site;
}

function instances(count: number | undefined, zones: number, within?: 'server') {
  const site = architecture('shop');
  const region = site.region('Frankfurt');
  const standsIn = Array.from({ length: zones }, (_, index) => region.availabilityZone(`zone ${index}`));
  const place = within ? site.server('box') : site;
  place.coordinator('etcd', { ...(count && { instances: count }), ...(zones > 0 && { standsIn }) });
  return site;
}

function stores(count: number, need?: number, isUsed = false) {
  const site = architecture('shop');
  const members = Array.from({ length: count }, (_, index) =>
    site.server(`server ${index}`).database(`orders ${index}`),
  );
  const group = site.cluster('orders', members, need ? { need } : {});
  if (isUsed) {
    const app = site.appServer('app');
    site.user('visitor').visits(app);
    app.writes(group);
  }
  return site;
}

testRule(rule, {
  valid: [
    { name: 'three, each on a server', model: voters(3, []) },
    { name: 'three, each in a rack', model: voters(3, ['a', 'b', 'c']) },
    { name: 'five, two of them in a rack', model: voters(5, ['a', 'a', 'b', 'b', 'c']) },
    { name: 'one account', model: voters(3, ['a', 'a', 'a'], 'account') },
    { name: 'one uplink', model: voters(3, ['a', 'a', 'a'], 'uplink') },
    { name: 'three instances over three zones', model: instances(3, 3) },
    { name: 'a witness alone: the third vote beside a pair', model: instances(undefined, 0) },
    { name: 'one instance', model: instances(1, 0) },
    { name: 'stores of which any will do', model: stores(2) },
    { name: 'half of the stores', model: stores(4, 2) },
    { name: 'each of them is missed on the way of users: another rule’s', model: stores(2, 2, true) },
    { name: 'not in production', model: placeless('staging') },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'two',
      model: voters(2, []),
      findings: [
        {
          at: 'cluster/votes',
          severity: 'high',
          message: 'votes decides by a vote of 2, and no majority is left when one fails.',
          evidence: ['server 1/voter 1', 'server 2/voter 2'],
          fix: [],
        },
      ],
    },
    {
      name: 'four in one rack: with it all are gone',
      model: voters(4, ['a', 'a', 'a', 'a']),
      findings: [
        { severity: 'high', message: '4 of 4 voters of votes stand in a, and no majority is left without it.' },
      ],
    },
    {
      name: 'four, half of them in one rack',
      model: voters(4, ['a', 'a', 'b', 'c']),
      findings: [{ severity: 'high', message: /^2 of 4 voters of votes stand in a,/ }],
    },
    {
      name: 'four',
      model: voters(4, ['a', 'b', 'c', 'd']),
      findings: [
        {
          severity: 'medium',
          message: 'votes decides by a vote of 4, and outlives no more failures than a vote of 3.',
        },
      ],
    },
    {
      name: 'two of three in one rack',
      model: voters(3, ['a', 'a', 'b'], 'rack'),
      findings: [
        {
          severity: 'high',
          message: '2 of 3 voters of votes stand in a, and no majority is left without it.',
          evidence: ['server 1/voter 1', 'failureDomain/a'],
        },
      ],
    },
    { name: 'two of three on one server', model: onOneServer(), findings: [{ message: /^2 of 3 .* stand in first,/ }] },
    {
      name: 'three instances over two zones',
      model: instances(3, 2),
      findings: [{ message: /^2 of 3 .* in zone 0,/ }],
    },
    {
      name: 'three instances in one zone',
      model: instances(3, 1),
      findings: [{ message: /^3 of 3 .* in zone 0,/, fix: [] }],
    },
    { name: 'three instances on one server', model: instances(3, 0, 'server'), findings: [{ message: /in box,/ }] },
    {
      name: 'two instances',
      model: instances(2, 2),
      findings: [
        {
          at: 'etcd',
          message: /a vote of 2, and no majority/,
          fix: [{ on: { element: 'etcd' }, set: { instances: 3 } }],
        },
      ],
    },
    {
      name: 'four instances',
      model: instances(4, 4),
      findings: [{ message: /a vote of 4,/, fix: [{ on: { element: 'etcd' }, set: { instances: 5 } }] }],
    },
    { name: 'stores that vote', model: stores(4, 3), findings: [{ at: 'cluster/orders', message: /a vote of 4,/ }] },
    { name: 'a pair of stores that needs both', model: stores(2, 2), findings: [{ message: /a vote of 2, and no/ }] },
  ],
  cannotTell: [
    { name: 'voters without a place', model: placeless(), missing: ['standsIn'] },
    { name: 'instances without a place', model: instances(3, 0), missing: ['standsIn'] },
  ],
});

test('what votes well is passed, and what does not vote is not asked', () => {
  expect(passesOf(rule, voters(3, ['a', 'b', 'c']))).toBe(1);
  expect(passesOf(rule, instances(3, 3))).toBe(1);
  expect(passesOf(rule, placeless())).toBe(0);
  expect(passesOf(rule, stores(4, 2))).toBe(0);
});
