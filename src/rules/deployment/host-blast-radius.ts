import { defineRule, type Element, isProduction, runningOn, traits } from '../../rules-api.js';

export default defineRule({
  id: 'deployment/host-blast-radius',
  severity: 'medium',
  summary: 'One server of several carries a large part of what runs, and takes it along when it fails.',
  impact:
    'Each of these has a stand-in elsewhere, and all of the stand-ins are needed at once: what was to carry one failure has ' +
    'to carry a dozen.',
  remedy: 'Spread what stands on it over the other servers, so that each carries about its share.',
  references: ['STRIDE:D', 'AWS REL10-BP03', 'NIST SC-36'],
  options: { share: 0.4, fewestServers: 4 },
  messages: { large: '{{server}} carries {{lost}} of {{all}} services, on one of {{servers}} servers.' },

  check({ model, faults, options, pass, report, unknown }) {
    const servers = model.byKind.server.filter((server) => isProduction(model, server));
    const count = servers.reduce((sum, server) => sum + instancesOf(server), 0);
    if (count < options.fewestServers) return;
    const on = runningOn(model);
    const services = model.elements.filter((element) => isService(element) && isProduction(model, element));
    const unplaced = services.filter((service) => !isPlaced(service) && !model.hostOf(service));
    for (const server of servers) {
      // What breaks a journey alone is a single point, whatever else goes with it.
      if (faults.singlePointOf(server)) continue;
      const carried = on(server);
      // Of servers alike one is lost, and what runs on it runs on the others as well.
      const share = carried.length / instancesOf(server);
      if (share <= options.share * (services.length - unplaced.length)) pass(server);
      else if (share > options.share * services.length) {
        report({
          at: server,
          message: 'large',
          data: { server, lost: carried.length, all: services.length, servers: count },
          evidence: { elements: carried },
        });
      } else for (const service of unplaced) unknown(service, 'standsIn');
    }

    function isPlaced(service: Element): boolean {
      return service.facts.provider !== undefined || model.domainsOf(service).length > 0;
    }
  },
});

function isService({ kind }: Element): boolean {
  return traits(kind).running === true && kind !== 'agent';
}

function instancesOf({ facts: { instances } }: Element): number {
  return typeof instances === 'object' ? instances.min : (instances ?? 1);
}
