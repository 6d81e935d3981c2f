import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/deployment/version-eol.js';
import { testRule } from '../../../src/testing.js';

type Facts = NonNullable<Parameters<ReturnType<typeof architecture>['webServer']>[1]>;

function shop(facts: Facts, environment: 'production' | 'staging' = 'production') {
  const site = architecture('shop', { environment });
  site.webServer('web', facts);
  return site;
}

function farm() {
  const site = architecture('shop');
  site.servers(2, 'server', (server) =>
    server.webServer('web', { software: 'nginx 1.18', supportedUntil: '2025-12-31' }),
  );
  site.cache('pages', { software: 'Redis 6', supportedUntil: '2025-12-31' });
  site.worker('resizer', { software: 'Redis 6', supportedUntil: '2026-01-01' });
  return site;
}

function machines(os: string | undefined) {
  const site = architecture('shop');
  site.servers(2, 'server', () => undefined, { ...(os !== undefined && { os }), supportedUntil: '2025-06-30' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no software is told', model: shop({}) },
    { name: 'no version is told', model: shop({ software: 'nginx' }) },
    { name: 'a version of staging is not asked for', model: shop({ software: 'nginx 1.28' }, 'staging') },
    { name: 'supported for 91 more days', model: shop({ software: 'nginx 1.28', supportedUntil: '2026-04-02' }) },
    {
      name: 'supported until tomorrow, and no warning is wanted',
      model: shop({ software: 'nginx 1.28', supportedUntil: '2026-01-02' }),
      options: { days: 0 },
    },
  ],
  invalid: [
    {
      name: 'support ended yesterday',
      model: shop({ software: 'nginx 1.18', supportedUntil: '2025-12-31' }),
      findings: [
        { at: 'web', severity: 'medium', message: 'Support for nginx 1.18, used by web, ended on 2025-12-31.' },
      ],
    },
    {
      name: 'it ended, and nothing of production runs there',
      model: shop({ software: 'nginx 1.18', supportedUntil: '2025-12-31' }, 'staging'),
      findings: [{ at: 'web', severity: 'low' }],
    },
    {
      name: 'today is its last day',
      model: shop({ software: 'nginx 1.18', supportedUntil: '2026-01-01' }),
      options: { days: 0 },
      findings: [{ severity: 'low', message: 'Support for nginx 1.18, used by web, ends on 2026-01-01.' }],
    },
    {
      name: 'it ends in 90 days',
      model: shop({ software: 'nginx 1.18', supportedUntil: '2026-04-01' }),
      findings: [{ severity: 'low' }],
    },
    {
      name: 'one product of one day is one finding',
      model: farm(),
      findings: [
        {
          at: ['server-1/web', 'server-2/web'],
          message: /^Support for nginx 1.18, used by web on server-1 and server-2,/,
        },
        { at: 'pages', severity: 'medium' },
        { at: 'resizer', severity: 'low' },
      ],
    },
    {
      name: 'an operating system',
      model: machines('Debian 10'),
      findings: [{ message: 'Support for Debian 10, used by server-1 and server-2, ended on 2025-06-30.' }],
    },
    {
      name: 'a tier that does not say what it runs',
      model: machines(undefined),
      findings: [{ message: 'Support for the software of server-1 and server-2 ended on 2025-06-30.' }],
    },
    {
      name: 'software without a name whose support ends',
      model: shop({ supportedUntil: '2026-02-01' }),
      findings: [{ severity: 'low', message: 'Support for the software of web ends on 2026-02-01.' }],
    },
  ],
  cannotTell: [
    { name: 'a version, and no last day', model: shop({ software: 'nginx 1.28' }), missing: ['supportedUntil'] },
  ],
});
