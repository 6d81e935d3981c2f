import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import { viewNames } from '../../../src/draw/scene/scene.js';
import { views } from '../../../src/draw/scene/views/index.js';
import { ownView } from '../../../src/draw/scene/views/own-view.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { architecture, each } from '../../../src/index.js';
import type { ViewFacts } from '../../../src/vocabulary/kinds/site.js';
import { build } from '../../support/build.js';
import { auditWith } from '../fixtures/findings.js';
import { framesRound, linesOf } from './build-scene.js';

function shop() {
  const site = architecture('Shop', { summary: 'Sells things.' });
  const customer = site.user('customer');
  const staff = site.user('staff');
  const edge = site.zone('edge');
  const inside = site.zone('inside');
  const balancer = edge.loadBalancer('balancer', { tags: ['buying'] });
  const shops = inside.servers(2, 'host', (host) => host.appServer('shop', { tags: ['buying'] }));
  const back = inside.appServer('back office');
  const orders = inside.database('orders', { tags: ['buying'] });
  const bastion = edge.bastion('bastion');
  const dns = site.dns('shop.example');
  customer.visits(dns.record('A', 'www', balancer));
  balancer.balances(shops);
  each(shops).writes(orders);
  back.reads(orders);
  staff.visits(back, { through: bastion });
  return { site, customer, staff, edge, inside, balancer, shops, back, orders, bastion, dns };
}

function sceneOf(facts: (parts: ReturnType<typeof shop>) => ViewFacts): Scene {
  const parts = shop();
  parts.site.view('mine', facts(parts));
  const model = build(parts.site)[0] as Architecture;
  return composeScene(model, auditWith(model, []), ownView(model, model.views![0]!));
}

function names({ boxes }: Scene): string[] {
  return boxes.map(({ name }) => name);
}

test('everything, where nothing is included: the view that it is like, under its own name', () => {
  const scene = sceneOf(() => ({ summary: 'What the board looks at.' }));
  expect(names(scene)).toEqual([
    'customer',
    'staff',
    'balancer',
    'shop',
    'shop',
    'back office',
    'orders',
    'bastion',
    'shop.example',
  ]);
  expect(scene).toMatchObject({ view: 'own', title: 'Shop — mine', subtitle: 'What the board looks at.' });
});

test('without a summary of its own it has that of the architecture', () => {
  expect(sceneOf(() => ({})).subtitle).toBe('Sells things.');
});

test('what is included, with the lines between', () => {
  const scene = sceneOf(({ shops, orders }) => ({ include: [...shops, orders] }));
  expect(names(scene)).toEqual(['shop', 'shop', 'orders']);
  expect(linesOf(scene)).toEqual(['shop, shop → orders: writes ×2 [unknown]']);
  expect(framesRound(scene, scene.boxes[0]!)).toEqual(['host-1', 'inside']);
});

test('a place stands for all that is in it', () => {
  expect(names(sceneOf(({ inside }) => ({ include: inside })))).toEqual(['shop', 'shop', 'back office', 'orders']);
});

test('by tag, and a name that leads to what is shown is no break in the way', () => {
  const scene = sceneOf(({ customer, dns }) => ({ tags: ['buying'], include: [customer, dns] }));
  expect(names(scene)).toEqual(['customer', 'balancer', 'shop', 'shop', 'orders', 'shop.example']);
  expect(linesOf(scene)).toContainEqual(expect.stringMatching(/^customer → balancer: /));
});

test('with neighbours, names looked through; what is excluded stays away', () => {
  const around = sceneOf(({ balancer }) => ({ include: balancer, neighbours: true }));
  expect(names(around)).toEqual(['customer', 'balancer', 'shop', 'shop']);
  const without = sceneOf(({ balancer, shops }) => ({ include: balancer, neighbours: true, exclude: shops[1] }));
  expect(names(without)).toEqual(['customer', 'balancer', 'shop']);
});

test('what a flow is led through belongs to the way', () => {
  const scene = sceneOf(({ staff, back }) => ({ include: [staff, back] }));
  expect(names(scene)).toEqual(['staff', 'back office', 'bastion']);
  expect(linesOf(scene)).toHaveLength(2);
});

test('what an author names is drawn, whatever the view is like', () => {
  const named = sceneOf(({ staff, bastion }) => ({ like: 'overview', include: [staff, bastion] }));
  expect(names(named)).toEqual(['staff', 'bastion']);
  expect(
    named.boxes.every(({ cluster }) => cluster === undefined || named.groups.some(({ id }) => id === cluster)),
  ).toBe(true);
});

test('nothing that a view names may be there: the picture is empty and says so', () => {
  const scene = sceneOf(() => ({ tags: ['nobody'] }));
  expect(scene.boxes).toEqual([]);
  expect(scene.description).toMatch(/^0 elements, 0 connections/);
});

test('two views of one model have ids of their own', () => {
  const parts = shop();
  parts.site.view('one');
  parts.site.view('two');
  const model = build(parts.site)[0] as Architecture;
  const [one, two] = model.views!.map((view) => composeScene(model, auditWith(model, []), ownView(model, view)).digest);
  expect(one).not.toBe(two);
});

test.each(viewNames)('everything, like %s: the cards and lines of that view', (like) => {
  const parts = shop();
  parts.site.view('mine', { like });
  const model = build(parts.site)[0] as Architecture;
  const own = composeScene(model, auditWith(model, []), ownView(model, model.views![0]!));
  const same = composeScene(model, auditWith(model, []), views[like]);
  expect(names(own)).toEqual(names(same));
  expect(linesOf(own)).toEqual(linesOf(same));
});
