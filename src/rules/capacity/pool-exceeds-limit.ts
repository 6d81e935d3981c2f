import {
  type Architecture,
  defineRule,
  type Element,
  type Flow,
  groupBy,
  isProduction,
  type Load,
  requestsTo,
  sideBySide,
} from '../../rules-api.js';

export default defineRule({
  id: 'capacity/pool-exceeds-limit',
  severity: 'medium',
  summary: 'The connection pools of all that connect are larger together than what the target accepts.',
  impact:
    'On a busy day the target turns connections away. It fails for some while it is fine for others, and after a restart, ' +
    'when all connect at once, for everybody.',
  remedy:
    'Make the pools smaller, so that all of them fit with every instance running, put a connection pooler between, or raise the limit.',
  references: ['CWE-410', 'STRIDE:D', 'ASVS 13.1.2'],
  messages: {
    over: 'Up to {{most}} connections are opened to {{targets}} by {{sources}}, and {{limit}} are accepted.',
  },

  check({ model, load, pass, report, unknown }) {
    const overrun = new Map<Element, Pools>();
    for (const target of model.elements) {
      const pools = poolsOf(model, load, target);
      if (!pools || !isProduction(model, target)) continue;
      const { most, limit, untold } = pools;
      if (limit === undefined) unknown(target, 'capacity');
      else if (most > limit) overrun.set(target, pools);
      else if (untold.length === 0) pass(target);
      else for (const flow of untold) unknown(flow, 'connections');
    }
    for (const tier of sideBySide(model, [...overrun.keys()])) {
      for (const targets of groupBy(tier, (target) => words(overrun.get(target)!)).values()) {
        const { most, limit = 0, told } = overrun.get(targets[0]!)!;
        const sources = [...new Set(told.map(({ from }) => from))].flatMap((id) => model.byId.get(id) ?? []);
        report({ at: targets, message: 'over', data: { most, targets, sources, limit }, evidence: { flows: told } });
      }
    }
  },
});

interface Pools {
  readonly most: number;
  /** Undefined where it is not told. */
  readonly limit: number | undefined;
  readonly told: readonly Flow[];
  readonly untold: readonly Flow[];
}

/** Where somebody tells the size of a pool. A name is judged where it leads, and a group by its active member if it has one. */
function poolsOf(model: Architecture, load: Load, target: Element): Pools | undefined {
  const connections = load.connectionsOf(target);
  if (!connections || connections.most === 0 || target.kind === 'record') return undefined;
  const limit = connections.capacity?.most ?? limitOfMembers(model, load, target);
  if (limit === 'of the active member') return undefined;
  const flows = requestsTo(model, target);
  const told = flows.filter(({ facts }) => facts.connections !== undefined);
  const untold = connections.isComplete ? [] : flows.filter(({ facts }) => facts.connections === undefined);
  return { most: connections.most, limit, told, untold };
}

function limitOfMembers(
  model: Architecture,
  load: Load,
  { id, facts }: Element,
): number | 'of the active member' | undefined {
  const members = model.clusterById.get(id)?.members ?? [];
  if (members.length === 0) return undefined;
  if (facts.mode === 'active-passive' || facts.writer !== undefined) return 'of the active member';
  const limits = members.map((member) => load.connectionsOf(model.byId.get(member)!)?.capacity?.most);
  return limits.reduce((sum, limit) => (sum === undefined || limit === undefined ? undefined : sum + limit), 0);
}

function words({ most, limit, told }: Pools): string {
  return JSON.stringify([most, limit, told.map(({ from }) => from)]);
}
