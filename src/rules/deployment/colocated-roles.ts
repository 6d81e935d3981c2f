import {
  alike,
  defineRule,
  type Element,
  groupBy,
  isProduction,
  type Kind,
  kinds,
  runningOn,
  traits,
} from '../../rules-api.js';

/** Roles that should not share a server. */
type Pairs = readonly (readonly [Kind, Kind])[];
const pairs: Pairs = [
  ['webServer', 'database'],
  ['appServer', 'database'],
  ['worker', 'database'],
  ['loadBalancer', 'database'],
  ['monitoringService', 'database'],
  ['monitoringService', 'webServer'],
  ['monitoringService', 'appServer'],
  ['monitoringService', 'loadBalancer'],
];

export default defineRule({
  id: 'deployment/colocated-roles',
  severity: 'high',
  summary: 'Roles that should be apart run on one server.',
  impact:
    'They compete for processor, memory and disk, so that a busy one starves the others. None can be scaled without the ' +
    'others, whoever breaks into one is beside the rest, and one dead server takes them all.',
  remedy: 'Give each role servers of its own; the database first.',
  references: ['CWE-653', 'STRIDE:E', 'STRIDE:D', 'NIST SC-2', 'NIST SC-39'],
  options: { pairs },
  messages: { together: 'On {{hosts}}, {{roles}} run together.' },

  check({ model, options, pass, report }) {
    const on = runningOn(model);
    for (const tier of alike(model.byKind.server.filter((host) => isProduction(model, host)))) {
      const byRoles = groupBy(tier, (host) => rolesOn(host).join());
      for (const hosts of byRoles.values()) {
        const roles = hosts[0] ? rolesOn(hosts[0]) : [];
        if (roles.length === 0) continue;
        const clashing = options.pairs.filter((pair) => pair.every((role) => roles.includes(role)));
        if (clashing.length === 0) for (const host of hosts) pass(host);
        else {
          report({
            at: hosts,
            message: 'together',
            data: { hosts, roles: inWords(roles, clashing) },
            evidence: { elements: hosts.flatMap((host) => on(host)) },
          });
        }
      }
    }

    function rolesOn(host: Element): readonly Kind[] {
      const found = new Set(on(host).map(({ kind }) => kind));
      return (Object.keys(kinds) as Kind[]).filter((kind) => found.has(kind));
    }
  },
});

/** The roles that clash, and with them whatever runs between: a web server with an application and its database. */
function inWords(roles: readonly Kind[], clashing: Pairs): readonly string[] {
  const stack: readonly Kind[] = ['webServer', 'appServer', 'database'];
  const isStack = stack.every((role) => roles.includes(role));
  const named = new Set<Kind>([...clashing.flat(), ...(isStack ? stack : [])]);
  return roles.filter((role) => named.has(role)).map((role) => traits(role).noun);
}
