import { architecture, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/privacy/pii-jurisdiction.js';
import { testRule } from '../../../src/testing.js';
import type { DataClass } from '../../../src/vocabulary/words.js';

function site(fill: (site: Site) => void, told = true): Site {
  const shop = architecture('shop', told ? { personalDataStaysIn: ['DE', 'FR'] } : {});
  fill(shop);
  return shop;
}

type Place = 'own' | 'server' | 'region' | 'regions' | 'untold';

function store(place: Place, country: string, holds: readonly DataClass[] | 'untold' = ['personal'], told = true) {
  return site((shop) => {
    const said = holds === 'untold' ? {} : { holds };
    const region = shop.region('region', place.startsWith('region') ? { country } : {});
    const zone = region.availabilityZone('zone');
    const other = shop.region('other', { country: 'FR' });
    if (place === 'own') shop.database('orders', { ...said, country, standsIn: other });
    if (place === 'server') shop.server('box', { country }).database('orders', said);
    if (place === 'region') shop.server('box', { standsIn: zone }).database('orders', said);
    if (place === 'regions') shop.database('orders', { ...said, standsIn: [zone, other] });
    if (place === 'untold') shop.database('orders', said);
  }, told);
}

function elsewhere() {
  return site((shop) => {
    const region = shop.region('Virginia', { country: 'US' });
    const server = shop.server('box', { standsIn: region });
    const app = server.appServer('app');
    app.writes(server.database('orders', { holds: ['health'] }));
    const mailer = shop.externalService('mailer', { country: 'US' });
    app.calls(mailer, { carries: ['personal'] });
  });
}

function group() {
  return site((shop) => {
    const stores = (['DE', 'GB'] as const).map((country) => shop.database(`in ${country}`, { country }));
    shop.cluster('orders', stores, { holds: ['payment'] });
  });
}

function silent(country: string | undefined) {
  return site((shop) => {
    const app = shop.appServer('app', { country: 'DE' });
    app.reads(shop.objectStore('files', { holds: ['personal'], country: 'DE' }));
    app.calls(shop.externalService('partner', country ? { country } : {}));
  });
}

function bare(holds: readonly DataClass[]) {
  return site((shop) => shop.database('orders', { holds }));
}

testRule(rule, {
  valid: [
    { name: 'nothing says where they stay', model: store('own', 'US', ['personal'], false) },
    { name: 'in one of the countries', model: store('own', 'DE') },
    { name: 'on a server there', model: store('server', 'FR') },
    { name: 'in a region there', model: store('region', 'DE') },
    { name: 'in two regions there', model: store('regions', 'DE') },
    { name: 'other data may be anywhere', model: store('own', 'US', ['confidential', 'credentials']) },
    { name: 'and nobody need know where', model: bare(['confidential']) },
    { name: 'whatever it holds, it is there', model: store('own', 'DE', 'untold') },
    { name: 'whatever it is sent, it is there', model: silent('FR') },
  ],
  invalid: [
    {
      name: 'in another country',
      model: store('own', 'US'),
      findings: [
        {
          at: 'orders',
          severity: 'high',
          message: 'Data of class personal comes to orders in US, and is to stay in DE and FR.',
        },
      ],
    },
    { name: 'on a server abroad', model: store('server', 'US'), findings: [{ at: 'box/orders' }] },
    { name: 'in a region abroad', model: store('region', 'US'), findings: [{ at: 'box/orders' }] },
    {
      name: 'in two regions, one of them abroad',
      model: store('regions', 'US'),
      findings: [{ message: /comes to orders in US,/ }],
    },
    {
      name: 'a site is one finding, a service outside another',
      model: elsewhere(),
      findings: [
        { at: ['box/app', 'box/orders'], message: /^Data of class personal and health comes to app and orders in US/ },
        { at: 'externalService/mailer', evidence: ['box/app calls externalService/mailer'] },
      ],
    },
    { name: 'one of the members of a group', model: group(), findings: [{ at: 'in GB' }] },
  ],
  cannotTell: [
    { name: 'where it stands is untold', model: store('untold', 'US'), missing: ['country'] },
    { name: 'what it holds is untold', model: store('own', 'US', 'untold'), missing: ['holds'] },
    { name: 'what is sent abroad is untold', model: silent('US'), missing: ['carries'] },
    { name: 'what is sent nobody knows where is untold', model: silent(undefined), missing: ['carries'] },
  ],
});
