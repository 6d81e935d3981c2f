import { architecture, https, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/privacy/classification-downgrade.js';
import { testRule } from '../../../src/testing.js';
import type { DataClass } from '../../../src/vocabulary/words.js';

function site(fill: (site: Site) => void): Site {
  const shop = architecture('shop');
  fill(shop);
  return shop;
}

function reader(
  mayHold: readonly DataClass[],
  holds: readonly DataClass[] | undefined,
  carries?: readonly DataClass[],
) {
  return site((shop) => {
    const store = shop.objectStore('files', holds ? { holds } : {});
    shop.appServer('desk', { mayHold }).reads(store, carries ? { carries } : {});
  });
}

/** Data come back along requests. */
function chain(mayHold: readonly DataClass[], holds?: readonly DataClass[]) {
  return site((shop) => {
    const lb = shop.loadBalancer('lb', { mayHold });
    const app = shop.appServer('app');
    lb.balances(app);
    app.reads(shop.objectStore('files', holds ? { holds } : {}));
    shop.user('visitor').visits(lb);
  });
}

function passesThrough(mayHold: readonly DataClass[]) {
  return site((shop) => {
    const certificate = shop.certificate('shop', { names: ['shop.example'] });
    const web = shop.webServer('web', { listens: https(certificate) });
    const lb = shop.loadBalancer('lb', { mayHold, listens: { tls: https(certificate) } });
    lb.balances(web);
    web.reads(shop.objectStore('files', { holds: ['health'] }));
    shop.user('visitor').visits(lb);
  });
}

function backup(encrypted: boolean | undefined, carries?: readonly DataClass[]) {
  return site((shop) => {
    const vault = shop.externalService('vault', { mayHold: ['internal'] });
    const orders = shop.database('orders', { holds: ['payment'] });
    orders.backsUp(vault, { ...(encrypted === undefined ? {} : { encrypted }), ...(carries ? { carries } : {}) });
  });
}

function groups() {
  return site((shop) => {
    const stores = [1, 2].map((number) =>
      shop.database(`orders ${number}`, { engine: 'mysql', mayHold: ['internal'] }),
    );
    shop.cluster('orders', stores, { holds: ['personal'] });
  });
}

function replica() {
  return site((shop) => {
    const primary = shop.database('primary', { engine: 'mysql', holds: ['personal'] });
    shop.database('replica', { engine: 'mysql', mayHold: ['internal'] }).replicates(primary);
  });
}

function partner(carries?: readonly DataClass[]) {
  return site((shop) => {
    const app = shop.appServer('app');
    app.reads(shop.objectStore('files', { holds: ['health'] }));
    shop.externalService('partner', { mayHold: ['internal'] }).calls(app, carries ? { carries } : {});
  });
}

function called(carries?: readonly DataClass[]) {
  return site((shop) => {
    shop.appServer('app').calls(shop.externalService('partner', { mayHold: ['internal'] }), carries ? { carries } : {});
  });
}

function tier() {
  return site((shop) => {
    const files = shop.objectStore('files', { holds: ['credentials', 'confidential'] });
    shop.servers(2, 'server', (server) => server.appServer('app', { mayHold: ['payment'] }).reads(files));
    shop.appServer('other', { mayHold: ['personal'] }).reads(files);
  });
}

const tops: DataClass[] = ['credentials', 'payment', 'health'];

testRule(rule, {
  valid: [
    { name: 'nothing is said of what it may hold', model: site((shop) => shop.webServer('web')) },
    { name: 'the same class', model: reader(['personal'], ['personal']) },
    { name: 'a higher class covers it', model: reader(['confidential'], ['personal', 'internal']) },
    { name: 'each of the topmost covers what is below', model: reader(['health'], ['confidential']) },
    { name: 'what is public may be anywhere', model: reader([], ['public']) },
    { name: 'what the flow says it carries is all that comes', model: reader(['personal'], ['payment'], ['personal']) },
    { name: 'it may hold anything', model: reader(tops, undefined) },
    { name: 'an encrypted backup is not read', model: backup(true) },
    { name: 'all it gets is told', model: backup(false, ['internal']) },
    { name: 'what a partner is given is told', model: partner(['internal']) },
  ],
  invalid: [
    {
      name: 'a class above',
      model: reader(['personal'], ['personal', 'confidential']),
      findings: [
        {
          at: 'desk',
          severity: 'high',
          message: 'Data of class confidential reaches desk, where no more than personal may be.',
          evidence: ['desk reads files'],
        },
      ],
    },
    { name: 'beside one another at the top', model: reader(['payment', 'health'], ['credentials']), findings: [{}] },
    { name: 'personal is more than internal', model: reader(['internal'], ['personal']), findings: [{}] },
    {
      name: 'nothing at all may be there',
      model: reader([], ['internal']),
      findings: [{ message: 'Data of class internal reaches desk, where no more than public may be.' }],
    },
    { name: 'the flow says more than the store', model: reader(['internal'], ['public'], ['health']), findings: [{}] },
    { name: 'through an application', model: chain(['internal'], ['health']), findings: [{ at: 'lb' }] },
    { name: 'it opens what it hands on', model: passesThrough(['internal']), findings: [{ at: 'lb' }] },
    { name: 'a plain backup', model: backup(false), findings: [{ at: 'externalService/vault' }] },
    { name: 'a backup that may be plain', model: backup(undefined), findings: [{ at: 'externalService/vault' }] },
    {
      name: 'members hold what their group holds',
      model: groups(),
      findings: [{ at: 'orders 1' }, { at: 'orders 2' }],
    },
    { name: 'a copy holds what is copied', model: replica(), findings: [{ at: 'replica' }] },
    { name: 'a partner is given more', model: partner(['health']), findings: [{ at: 'externalService/partner' }] },
    {
      name: 'alike ones are one finding',
      model: tier(),
      findings: [
        {
          at: ['server-1/app', 'server-2/app'],
          message: 'Data of class credentials reaches app on server-1 and server-2, where no more than payment may be.',
        },
        { at: 'other', message: /^Data of class confidential and credentials reaches other/ },
      ],
    },
  ],
  cannotTell: [
    { name: 'the store does not say', model: reader(['personal'], undefined), missing: ['holds'] },
    { name: 'a store behind others does not say', model: chain(['personal']), missing: ['holds'] },
    { name: 'what a partner is given is untold', model: called(), missing: ['carries'] },
  ],
});
