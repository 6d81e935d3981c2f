import {
  type Architecture,
  type Authentication,
  defineRule,
  type Element,
  type Flow,
  groupBy,
  isProduction,
  kindOf,
  type SameService,
  sameService,
  traits,
  type Verb,
} from '../../rules-api.js';

export default defineRule({
  id: 'access/shared-service-account',
  severity: 'medium',
  summary: 'Several services work under one account.',
  impact:
    'Each of them may do what all of them need, a log does not tell which it was, and a secret that leaks must be changed ' +
    'everywhere at once.',
  remedy: 'Give each service an account of its own, with no more rights than it needs.',
  references: ['CWE-250', 'STRIDE:R', 'NIST AC-6', 'ASVS 13.2.2'],
  messages: { shared: 'One account, {{account}}, serves {{services}}.' },

  check({ model, pass, report, unknown }) {
    const service = sameService(model);
    const uses = groupBy(model.flows, ({ facts }) => facts.as);
    for (const account of model.byKind.account) {
      const flows = uses.get(account.id) ?? [];
      const services = servicesOf(model, flows, service);
      if (flows.length === 0) continue;
      if (services.length === 1) pass(account);
      else report({ at: account, message: 'shared', data: { account, services }, evidence: { flows } });
    }
    for (const flow of untold(model, service)) unknown(flow, 'as');
  },
});

function servicesOf(model: Architecture, flows: readonly Flow[], service: SameService): readonly Element[] {
  return [...new Set(flows.flatMap(({ from }) => model.byId.get(from) ?? []).map(service))];
}

const using: readonly Verb[] = ['reads', 'writes', 'publishes', 'consumes'];
/** With these, services may well share one; a certificate or a role is of the one who has it. */
const ofAccounts: readonly Authentication[] = ['password', 'api key', 'token', 'unspecified'];

/** Where several services use one store, one account may serve them all: as which one does each of them come? */
function untold(model: Architecture, service: SameService): readonly Flow[] {
  const flows = model.flows.filter(({ verb, facts }) => using.includes(verb) && needsAccount(facts.authenticatedBy));
  return [...groupBy(flows, ({ to }) => model.byId.get(to))].flatMap(([store, together]) => {
    if (!store || !isProduction(model, store) || traits(kindOf(model, store)).store !== true) return [];
    const isShared = servicesOf(model, together, service).length > 1;
    return isShared ? together.filter(({ facts }) => facts.as === undefined) : [];
  });
}

function needsAccount(authenticatedBy: Authentication | undefined): boolean {
  return authenticatedBy === undefined || ofAccounts.includes(authenticatedBy);
}
