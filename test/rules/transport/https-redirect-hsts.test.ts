import { anyone, architecture, each, type HttpOptions, type HttpsOptions, http, https } from '../../../src/index.js';
import rule from '../../../src/rules/transport/https-redirect-hsts.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

interface Given {
  readonly plain?: HttpOptions;
  readonly secure?: HttpsOptions;
  readonly servers?: number;
  readonly visits?: 'plain' | 'nothing';
  readonly guarded?: boolean;
}

/** Web servers that listen to http and to https. */
function entrance({ plain, secure, servers = 1, visits, guarded }: Given) {
  const site = architecture('shop');
  const webs = site.servers(servers, 'server', (server) => {
    const web = server.webServer('web', {
      listens: { plain: http(plain), secure: https(site.certificate(`of ${server.name}`), secure) },
    });
    if (guarded) server.firewall('wall', { incoming: 'deny' }).allows(anyone, web.at.secure);
    return web;
  });
  const visitor = site.user('visitor');
  if (visits !== 'nothing') visitor.visits(webs.map(({ at }) => (visits === 'plain' ? at.plain : at.secure)));
  else each(webs).forwards(site.appServer('app'));
  return site;
}

function alone(secure: HttpsOptions) {
  const site = architecture('shop');
  const web = site.webServer('web', { listens: https(site.certificate('web'), secure) });
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', web));
  return site;
}

function plainOnly() {
  const site = architecture('shop');
  site.user('visitor').visits(site.webServer('web', { listens: http({ redirects: false }) }));
  return site;
}

function outside() {
  const site = architecture('shop');
  const shown = site.externalService('shown', { listens: https(site.certificate('shown'), { hsts: false }) });
  site.user('visitor').visits(shown);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'redirects, and says so', model: entrance({ plain: { redirects: true }, secure: { hsts: true } }) },
    { name: 'https alone', model: alone({ hsts: true }) },
    {
      name: 'a firewall shuts the http listener',
      model: entrance({ plain: { redirects: false }, secure: { hsts: true }, guarded: true }),
    },
    {
      name: 'visits in plaintext are another rule’s',
      model: entrance({ plain: { redirects: false }, secure: { hsts: true }, visits: 'plain' }),
    },
    { name: 'http alone is another rule’s', model: plainOnly() },
    { name: 'nobody visits it', model: entrance({ plain: {}, secure: { hsts: false }, visits: 'nothing' }) },
    { name: 'what others run is theirs', model: outside() },
  ],
  invalid: [
    {
      name: 'no redirect',
      model: entrance({ plain: { redirects: false }, secure: { hsts: true } }),
      findings: [
        {
          at: 'server-1/web',
          severity: 'medium',
          message: 'Nothing leads browsers from plain http to https at web.',
        },
      ],
    },
    {
      name: 'browsers are not told',
      model: alone({ hsts: false }),
      findings: [{ at: 'web', message: 'Nothing tells browsers to come back to web over https only.' }],
    },
    {
      name: 'neither, on servers alike, is one finding',
      model: entrance({ plain: { redirects: false }, secure: { hsts: false }, servers: 2 }),
      findings: [
        {
          at: ['server-1/web', 'server-2/web'],
          message:
            'Nothing leads browsers from plain http to https at web on server-1 and server-2, and nothing tells them to use https only.',
        },
      ],
    },
  ],
  cannotTell: [
    { name: 'neither is told', model: entrance({}), missing: ['hsts', 'redirects'] },
    { name: 'whether browsers are told', model: alone({}), missing: ['hsts'] },
  ],
});

test('passes an entrance that redirects and tells browsers, and only such a one', () => {
  expect(passesOf(rule, entrance({ plain: { redirects: true }, secure: { hsts: true } }))).toBe(1);
  expect(passesOf(rule, alone({ hsts: true }))).toBe(1);
  expect(passesOf(rule, entrance({ plain: { redirects: true }, secure: {} }))).toBe(0);
  expect(passesOf(rule, entrance({ plain: {}, secure: { hsts: true } }))).toBe(0);
  expect(passesOf(rule, entrance({ plain: { redirects: false }, secure: { hsts: false } }))).toBe(0);
  for (const unasked of [plainOnly(), outside()]) expect(passesOf(rule, unasked)).toBe(0);
});

const set = (listener: string, what: Readonly<Record<string, boolean>>) => ({
  on: { element: 'server-1/web' },
  listener,
  set: what,
});

testRule(rule, {
  valid: [],
  invalid: [
    {
      name: 'each listener is mended as it needs',
      model: entrance({ plain: { redirects: false }, secure: { hsts: false } }),
      findings: [{ fix: [set('plain', { redirects: true }), set('secure', { hsts: true })] }],
    },
  ],
});
