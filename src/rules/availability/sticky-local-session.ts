import { type Architecture, defineRule, type Element, endpointsOf, type Flow, groupBy } from '../../rules-api.js';

export default defineRule({
  id: 'availability/sticky-local-session',
  severity: 'medium',
  summary: 'Visitors are tied to one application server, which alone keeps their sessions.',
  impact:
    'When one of the servers fails or is upgraded, everybody who was tied to it is logged out and loses what they had begun, although others could serve them.',
  remedy: 'Keep sessions where every server finds them, in a shared store or with the visitor, and drop the tie.',
  references: ['AWS REL05-BP06', 'STRIDE:D'],
  messages: { local: '{{balancer}} ties visitors to {{servers}}, where sessions are kept locally.' },

  check({ model, pass, report, unknown }) {
    const sticky = model.flows.filter(({ verb, facts }) => verb === 'balances' && facts.sticky === true);
    for (const [from, flows] of groupBy(sticky, ({ from }) => from)) {
      const balancer = model.byId.get(from);
      if (!balancer) continue;
      const keepers = keepersBehind(model, flows);
      // With one server there is nobody whom the sessions could be shared with.
      if (keepers.length < 2 && !keepers.some(({ facts }) => facts.instances !== undefined && facts.instances !== 1))
        continue;
      const local = keepers.filter((keeper) => sessionsOf(model, keeper) === 'local');
      const untold = keepers.filter((keeper) => sessionsOf(model, keeper) === undefined);
      if (local.length > 0) {
        const fix = toldBy(model, local).map((on) => ({ on, set: { sessions: 'shared' } }));
        report({ at: balancer, message: 'local', data: { balancer, servers: local }, evidence: { flows }, fix });
      } else if (untold.length > 0) for (const keeper of untold) unknown(keeper, 'sessions');
      else if (keepers.length > 0) pass(balancer);
    }
  },
});

/** What can keep sessions among the targets, behind groups and behind web servers that hand on. */
function keepersBehind(model: Architecture, flows: readonly Flow[]): readonly Element[] {
  const found = new Set(flows.flatMap(({ to }) => targetsOf(model, to)));
  for (const element of found) {
    for (const flow of model.outgoing(element)) {
      if (flow.verb === 'forwards') for (const target of targetsOf(model, flow.to)) found.add(target);
    }
  }
  return [...found].filter(({ kind }) => kind === 'appServer' || kind === 'component');
}

function targetsOf(model: Architecture, id: string): readonly Element[] {
  const target = model.byId.get(id);
  return target ? endpointsOf(model, target) : [];
}

function sessionsOf(model: Architecture, keeper: Element): Element['facts']['sessions'] {
  return keeper.facts.sessions ?? groupOf(model, keeper)?.facts.sessions;
}

/** The group says it for its members. */
function groupOf(model: Architecture, keeper: Element): Element | undefined {
  const groups = model.clustersOf(keeper).flatMap(({ id }) => model.byId.get(id) ?? []);
  return groups.find(({ facts }) => facts.sessions !== undefined);
}

function toldBy(model: Architecture, keepers: readonly Element[]): readonly Element[] {
  return [
    ...new Set(
      keepers.map((keeper) => (keeper.facts.sessions === undefined ? (groupOf(model, keeper) ?? keeper) : keeper)),
    ),
  ];
}
