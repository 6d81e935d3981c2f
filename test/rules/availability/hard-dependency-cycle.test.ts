import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/hard-dependency-cycle.js';
import { testRule } from '../../../src/testing.js';

function twoServices(optional: boolean | undefined, environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const shop = site.appServer('shop');
  const billing = site.appServer('billing');
  shop.calls(billing);
  billing.calls(shop, optional === undefined ? {} : { optional });
  return site;
}

/** Through a name, a balancer and a group. */
function throughOthers() {
  const site = architecture('shop');
  const apps = [1, 2].map((number) => site.appServer(`shop ${number}`));
  const lb = site.loadBalancer('balancer');
  lb.balances(site.cluster('shops', apps));
  const stock = site.appServer('stock');
  stock.calls(site.dns('example.org').record('A', 'shop', lb));
  apps[0]!.calls(stock);
  return site;
}

function twoCircles() {
  const site = architecture('shop');
  const [a, b, c, d, before] = ['a', 'b', 'c', 'd', 'before'].map((name) => site.function(name));
  before!.calls(a!);
  a!.calls(b!);
  b!.calls(c!);
  c!.calls(a!);
  c!.calls(d!);
  const group = [1, 2].map((number) => site.component(`part ${number}`));
  group[1]!.calls(site.cluster('parts', group));
  return site;
}

/** The provider of payments tells the shop when it was paid. */
function callback() {
  const site = architecture('shop');
  const shop = site.appServer('shop');
  const payments = site.externalService('payments', { role: 'payment' });
  shop.calls(payments);
  payments.calls(shop);
  return site;
}

function throughAQueue() {
  const site = architecture('shop');
  const shop = site.appServer('shop');
  const billing = site.appServer('billing');
  const paid = site.queue('paid');
  shop.calls(billing);
  billing.publishes(paid);
  shop.consumes(paid);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'one of the calls may be missed', model: twoServices(true) },
    { name: 'the answer comes through a queue', model: throughAQueue() },
    { name: 'a call back from outside', model: callback() },
    { name: 'not in production', model: twoServices(false, 'staging') },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'two that call each other',
      model: twoServices(undefined),
      findings: [
        {
          at: ['shop', 'billing'],
          severity: 'medium',
          message: 'shop and billing wait for one another in a circle.',
          evidence: ['billing', 'shop calls billing', 'billing calls shop'],
        },
      ],
    },
    {
      name: 'said to be needed',
      model: twoServices(false),
      findings: [{ at: ['shop', 'billing'] }],
    },
    {
      name: 'through a name, a balancer and a group',
      model: throughOthers(),
      findings: [
        {
          at: ['shop 1', 'balancer', 'stock'],
          message: 'shop 1, balancer and stock wait for one another in a circle.',
        },
      ],
    },
    {
      name: 'each circle once, and only what is in it',
      model: twoCircles(),
      findings: [
        { at: ['a', 'b', 'c'], message: 'a, b and c wait for one another in a circle.' },
        { at: 'part 2', message: 'part 2 calls its own group, and waits for itself.' },
      ],
    },
  ],
});
