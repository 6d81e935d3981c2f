import { anyone, architecture, https } from '../../../src/index.js';
import rule from '../../../src/rules/hygiene/orphan-node.js';
import { testRule } from '../../../src/testing.js';

/** Everything here is named by something, though not all of it by a flow. */
function connected() {
  const site = architecture('shop');
  const rack = site.failureDomain('rack');
  const server = site.server('box', { standsIn: rack });
  const certificate = site.certificate('shop');
  const vault = site.secretStore('vault');
  const account = site.account('robot', { keptIn: vault });
  const web = server.webServer('web', { listens: https(certificate) });
  const bastion = site.bastion('bastion');
  site.user('clerk').administers(web, { through: bastion, as: account });
  const guarded = site.appServer('internal');
  guarded.firewall('wall', { incoming: 'deny' }).allows(anyone, guarded);
  site.cluster('pair', [site.worker('one'), site.worker('two')], { failover: { by: site.coordinator('judge') } });
  site.certificate('old', { keyHeldBy: server });
  return site;
}

function orphans() {
  const site = architecture('shop');
  site.servers(2, 'server', (server) => server.webServer('web'));
  site.zone('nowhere');
  site.user('visitor').visits(site.loadBalancer('balancer'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'named by flows, facts, listeners, rules, groups', model: connected() },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'servers alike are one finding, an empty place is another',
      model: orphans(),
      findings: [
        {
          at: ['server-1/web', 'server-2/web'],
          severity: 'low',
          message: 'web on server-1 and server-2 have nothing to do with any other element.',
        },
        { at: 'nowhere', message: 'nowhere has nothing to do with any other element.' },
      ],
    },
    {
      name: 'a certificate that nobody shows',
      model: (() => {
        const site = architecture('shop');
        site.certificate('spare');
        return site;
      })(),
      findings: [{ at: 'certificate/spare' }],
    },
  ],
});
