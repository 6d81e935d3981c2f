import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/hygiene/missing-description.js';
import { testRule } from '../../../src/testing.js';

function shop(webs: object = {}, bank: object = {}) {
  const site = architecture('shop');
  site.externalService('bank', bank);
  site.servers(2, 'server', (server) => {
    server.webServer('web', webs);
    server.agent('collector');
  });
  return site;
}

function grouped() {
  const site = architecture('shop');
  site.cluster('databases', [site.database('one'), site.database('two')], { why: 'Keeps the orders.' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'described', model: shop({ why: 'Serves the pages.' }, { description: 'Takes the money.' }) },
    { name: 'told of the group', model: grouped() },
  ],
  invalid: [
    {
      name: 'one finding for all',
      model: shop(),
      findings: [
        {
          at: ['externalService/bank', 'server-1/web', 'server-2/web'],
          severity: 'low',
          message: 'Nothing says what bank and web are there for.',
        },
      ],
    },
    {
      name: 'of those made alike one name',
      model: shop({}, { why: 'Takes the money.' }),
      findings: [{ at: ['server-1/web', 'server-2/web'], message: 'Nothing says what web is there for.' }],
    },
  ],
});
