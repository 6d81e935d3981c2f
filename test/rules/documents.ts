import { architecture, each, http, https } from '../../src/index.js';
import type { Aspect } from '../../src/vocabulary/words.js';

/** What one of the documents and its repairs have in common: three servers behind a balancer, each with the whole stack. */
export interface Variation {
  readonly complete?: readonly Aspect[];
  /** The hop behind the balancer is encrypted, each server with a certificate of its own. */
  readonly encrypted?: boolean;
  /** The balancer's certificate and key lie on every server too. */
  readonly keyEverywhere?: boolean;
  readonly clientCertificates?: boolean;
  readonly failover?: 'none' | 'automatic';
  /** Two balancers behind one address that moves. */
  readonly balancers?: 1 | 2;
  readonly separateRoles?: boolean;
  readonly firewalls?: boolean;
}

export function threeServers(variation: Variation = {}) {
  const { complete, encrypted, keyEverywhere, clientCertificates, separateRoles, firewalls = true } = variation;
  const site = architecture('www.foobar.com', complete ? { complete } : {});
  const certificate = site.certificate('front');
  const front = https(certificate, clientCertificates ? { clientCertificate: 'required' } : {});
  const monitoring = site.externalService('Sumo Logic', { role: 'monitoring' });

  const balancers = site.servers(variation.balancers ?? 1, 'edge', (server) => {
    server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs'] });
    if (firewalls) server.firewall('firewall', { incoming: 'filtered' });
    return server.loadBalancer('load balancer', { listens: front, algorithm: 'round robin' });
  });
  const [active, standby] = balancers;
  const entrance = standby
    ? site.cluster('entrance', balancers, {
        mode: 'active-passive',
        failover: { by: standby, within: '5 s' },
        fencing: true,
      })
    : active!;

  const roles = (prefix: string) =>
    site.servers(3, prefix, (server) => {
      server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs'] });
      if (firewalls) server.firewall('firewall', { incoming: 'filtered' });
      return server;
    });
  const webHosts = roles('server');
  const [appHosts, dataHosts] = separateRoles ? [roles('logic'), roles('data')] : [webHosts, webHosts];
  const webs = webHosts.map((server, index) => {
    const secure = https(keyEverywhere ? certificate : site.certificate(`server ${index + 1}`));
    return server.webServer('web', { listens: { plain: http(), secure } });
  });
  const apps = appHosts.map((server) => server.appServer('app'));
  const databases = dataHosts.map((server) => server.database('mysql', { engine: 'mysql' }));
  for (const [index, web] of webs.entries()) web.forwards(apps[index]!);

  const [writer, ...others] = databases;
  const failover = variation.failover === 'automatic' ? { by: site.coordinator('orchestrator') } : 'none';
  each(others).replicates(writer!, { failover });

  site.user('visitor').visits(site.dns('foobar.com').record('A', 'www', entrance));
  entrance.balances(webs.map((web) => (encrypted ? web.at.secure : web.at.plain)));
  each(apps).reads(databases);
  each(apps).writes(writer!);
  return site;
}

/** One load balancer, one database, several firewalls; the servers between them each have one role. */
export function layeredFirewalls() {
  const site = architecture('layered', { complete: ['firewalls', 'monitoring'] });
  const edge = site.zone('edge', { trust: 'dmz' });
  edge.firewall('edge firewall', { incoming: 'filtered' });
  const lb = edge.loadBalancer('load balancer', { listens: https(site.certificate('front')) });
  const inside = site.zone('inside', { trust: 'private' });
  inside.firewall('inner firewall', { incoming: 'filtered' });
  const webs = inside.servers(3, 'web', (server) => server.webServer('web server', { listens: http() }));
  const apps = inside.servers(3, 'application', (server) => server.appServer('application server'));
  const db = inside.database('database', { encryptedAtRest: true });
  const monitoring = inside.monitoringService('monitoring');
  monitoring.watches([lb, db, ...webs, ...apps]);
  site.user('visitor').visits(lb);
  lb.balances(webs);
  each(webs).forwards(apps);
  each(apps).writes(db, { authenticatedBy: 'unspecified' });
  return site;
}

/** Everything on one server. */
export function oneServer() {
  const site = architecture('one', { complete: ['firewalls', 'monitoring'] });
  const server = site.server('server', { publicAddress: true });
  const web = server.webServer('web', { listens: http() });
  const app = server.appServer('app');
  web.forwards(app);
  site.user('visitor').visits(web);
  app.writes(server.database('mysql'));
  return site;
}
