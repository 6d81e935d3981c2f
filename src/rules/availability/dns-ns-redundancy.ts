import { type Architecture, defineRule, type Element, isProduction } from '../../rules-api.js';

export default defineRule({
  id: 'availability/dns-ns-redundancy',
  severity: 'high',
  summary: 'A DNS zone is answered by one name server, or by several in one network.',
  impact: 'When it cannot be reached, nobody finds the service any more, however healthy that is, and mail comes back.',
  remedy: 'Have the zone answered by name servers of two providers, or in two networks that fail apart.',
  references: ['STRIDE:D', 'AWS REL02-BP01', 'NIST SC-22'],
  messages: {
    one: '{{zone}} is answered by {{server}} alone.',
    network: '{{servers}}, which answer for {{zone}}, are in one network.',
  },

  check({ model, faults, pass, report, unknown }) {
    for (const zone of model.byKind.dns) {
      if (!isProduction(model, zone)) continue;
      const { nameServers = [] } = zone.facts;
      const servers = [...new Set(nameServers.map(normalised))];
      const [server] = servers;
      const elements = nameServers.flatMap((id) => model.byId.get(id) ?? []);
      // A name server of the model that is missed itself is told as what it is.
      if (elements.some((element) => faults.singlePointOf(element))) continue;
      if (server === undefined) {
        if (isAsked(model, zone)) unknown(zone, 'nameServers');
      } else if (servers.length === 1) {
        const flows = faults.singlePointOf(zone)?.path ?? [];
        report({ at: zone, message: 'one', data: { zone, server }, evidence: { elements, flows } });
      } else if (areInOneNetwork(servers))
        report({ at: zone, message: 'network', data: { servers, zone }, severity: 'medium' });
      else pass(zone);
    }
  },
});

/** Names are the same in capital letters, and with the dot of the root behind them. */
function normalised(server: string): string {
  return server.toLowerCase().replace(/\.$/u, '');
}

/** Somebody goes by one of its names. */
function isAsked(model: Architecture, zone: Element): boolean {
  return model.children(zone).some((record) => model.incoming(record).length > 0);
}

/** Known of addresses only: names of one provider may well stand in many networks. */
function areInOneNetwork(servers: readonly string[]): boolean {
  const networks = servers.map((server) => /^(\d+\.\d+\.\d+)\.\d+$/.exec(server)?.[1]);
  return networks.every((network) => network !== undefined && network === networks[0]);
}
