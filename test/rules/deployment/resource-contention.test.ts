import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/resource-contention.js';
import { testRule } from '../../../src/testing.js';

type Site = ReturnType<typeof architecture>;
type ServerFacts = NonNullable<Parameters<Site['server']>[1]>;
type AppFacts = NonNullable<Parameters<Site['appServer']>[1]>;

function shop(server: ServerFacts, web: AppFacts, app: AppFacts, servers = 1) {
  const site = architecture('shop');
  site.servers(
    servers,
    'server',
    (made) => {
      made.webServer('web', web);
      made.appServer('app', app);
      made.agent('collector');
    },
    server,
  );
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing is told', model: shop({}, {}, {}) },
    { name: 'the server tells no size', model: shop({}, { cpus: 8 }, { cpus: 8 }) },
    { name: 'nobody tells a need', model: shop({ cpus: 4, memory: '8 GiB' }, {}, {}) },
    {
      name: 'it just fits',
      model: shop({ cpus: 4, memory: '8 GiB' }, { cpus: 2, memory: '6 GiB' }, { cpus: 2, memory: '2 GiB' }),
    },
    { name: 'not in production', model: shop({ cpus: 1, environment: 'test' }, { cpus: 2 }, { cpus: 2 }) },
  ],
  invalid: [
    {
      name: 'processors',
      model: shop({ cpus: 4 }, { cpus: 2 }, { cpus: 2.5 }),
      findings: [
        {
          at: 'server-1',
          severity: 'medium',
          message: 'What runs on server-1 needs 4.5 processors, and the server has 4 processors.',
          evidence: ['server-1/web', 'server-1/app'],
        },
      ],
    },
    {
      name: 'processors and memory',
      model: shop({ cpus: 1, memory: '1 GiB' }, { cpus: 1, memory: '512 MiB' }, { cpus: 1, memory: '1 GiB' }),
      findings: [
        {
          message:
            'What runs on server-1 needs 2 processors and 1.5 GiB of memory, and the server has 1 processor and 1 GiB of memory.',
        },
      ],
    },
    {
      name: 'instances count each',
      model: shop(
        { memory: '4 GiB' },
        { memory: '512 MiB', instances: 2 },
        { memory: '1 GiB', instances: { min: 1, max: 4 } },
      ),
      findings: [{ message: /needs 5 GiB of memory, and the server has 4 GiB of memory/ }],
    },
    {
      name: 'too much already, though one need is not told',
      model: shop({ cpus: 4 }, {}, { cpus: 5 }),
      findings: [{ message: /needs 5 processors/ }],
    },
    {
      name: 'small sizes',
      model: shop({ memory: '1023 MiB' }, { memory: '1 GiB' }, { memory: '0 B' }),
      findings: [{ message: /needs 1 GiB of memory, and the server has 1023 MiB of memory/ }],
    },
    {
      name: 'servers alike are one finding',
      model: shop({ cpus: 1 }, { cpus: 1 }, { cpus: 1 }, 3),
      findings: [
        { at: ['server-1', 'server-2', 'server-3'], message: /^What runs on server-1, server-2 and server-3 needs/ },
      ],
    },
  ],
  cannotTell: [
    {
      name: 'some tell what they need, and others do not',
      model: shop({ cpus: 4, memory: '8 GiB' }, { cpus: 2, memory: '2 GiB' }, {}),
      missing: ['cpus', 'memory'],
    },
  ],
});
