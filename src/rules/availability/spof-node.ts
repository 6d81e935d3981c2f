import { defineRule, type Element, judgeSinglePoints, type Kind, lostJourneys, lostMessages } from '../../rules-api.js';

/** Those have rules of their own, which say more. */
const named: readonly Kind[] = ['loadBalancer', 'firewall', 'database'];

export default defineRule({
  id: 'availability/spof-node',
  severity: 'high',
  summary: 'One server, process or place stands on every way to the service.',
  impact: 'When it fails, is restarted or is upgraded, the service is gone until it is back.',
  remedy: 'Run a second one on another host, and let whoever calls it use either.',
  references: ['STRIDE:D', 'AWS REL10-BP01', 'AWS REL11-BP02', 'NIST CP-8(2)', 'NIST CP-10', 'ISO A.8.14'],
  messages: lostMessages,

  check(context) {
    const { model, report, unknown } = context;
    const nodes = model.elements.filter((element) => !named.includes(element.kind));
    for (const { roots, point } of judgeSinglePoints(context, nodes)) {
      const [root] = roots;
      if (root?.kind === 'dns' && root.facts.nameServers === undefined) unknown(root, nameServers);
      else if (root) {
        report({
          ...lostJourneys(model, roots, point),
          ...placeWords(root),
          at: roots,
          evidence: { elements: point.also, flows: point.path },
        });
      }
    }
  },
});

const nameServers = { fact: 'nameServers', wanted: 'List the name servers of the DNS zone: `nameServers`.' };

/** A place is not doubled but shared out. */
function placeWords({ kind }: Element): { readonly severity?: 'medium'; readonly remedy?: string } {
  switch (kind) {
    case 'server':
      return { remedy: 'Spread what stands on it over another server too.' };
    case 'availabilityZone':
    case 'region':
      return { severity: 'medium', remedy: 'Spread what stands in it over a second one.' };
    case 'zone':
    case 'failureDomain':
      return { remedy: 'Spread what stands in it over a second one.' };
    case 'dns':
      return { remedy: 'Have the zone answered by name servers of two providers or networks.' };
    default:
      return {};
  }
}
