import type { Element, Flow } from '../../graph/architecture.js';
import { kinds, traits } from '../../vocabulary/kinds.js';
import { isProvider } from './failure-ground.js';
import { few } from './journey-label.js';
import type { Scenario } from './scenario.js';

/** What brings things back, one sentence each: for whoever is on call now. */
export function firstAid(scenario: Scenario): readonly string[] {
  return [
    ...renewals(scenario),
    ...repairs(scenario),
    ...promotions(scenario),
    ...restores(scenario),
    ...standstills(scenario),
  ];
}

function renewals({ ground, failed }: Scenario): readonly string[] {
  const ended = failed.filter(({ kind }) => kind === 'certificate').map(ground.label);
  if (ended.length === 0) return [];
  return [
    `Renew ${few(ended, 8)} and give ${ended.length === 1 ? 'it to whatever serves it' : 'each to whatever serves it'}.`,
  ];
}

function repairs({ ground, failed, stopped }: Scenario): readonly string[] {
  const { label } = ground;
  const isForeign = (element: Element) => element.kind === 'externalService' || isProvider(ground, element);
  const own = failed.filter((element) => !isForeign(element) && !['certificate', 'user'].includes(element.kind));
  const foreign = failed.filter(isForeign);
  const them = own.length === 1 ? 'it' : 'them';
  const rest = stopped.length === 0 ? '' : `; what stopped with ${them} comes back with ${them}`;
  return [
    ...(own.length === 0 ? [] : [`Bring back ${few(own.map(label))}${rest}.`]),
    ...(foreign.length === 0
      ? []
      : [`Only those who run ${few(foreign.map(label))} can bring it back: ask them how long it takes.`]),
  ];
}

/** A copy that works and does not take over by itself. */
interface Promotion {
  readonly store: Element;
  readonly copy: Element;
  /** It is told that it may be behind. */
  readonly mayLag: boolean;
}

function promotions(scenario: Scenario): readonly string[] {
  const { label } = scenario.ground;
  return promotionsByHand(scenario).map(({ store, copy, mayLag }) => {
    const caution = mayLag ? ' Its copy may lack the last writes.' : '';
    return `Nothing takes over for ${label(store)} by itself: promote ${label(copy)} by hand, and point to it whatever writes.${caution}`;
  });
}

export function promotionsByHand({ ground, failed, stopped }: Scenario): readonly Promotion[] {
  const { model } = ground;
  const down = new Set([...failed, ...stopped.map(({ element }) => element)]);
  return [...down]
    .filter(({ kind }) => traits(kind).store)
    .flatMap((store) => {
      const copies = copiesOf(store, ground.model).filter(({ copy, takesOver }) => !down.has(copy) && !takesOver);
      return copies.map(({ copy, flow }) => {
        const replication = flow?.facts.replication ?? groupReplication(store, ground.model);
        return { store, copy, mayLag: replication === 'asynchronous' };
      });
    });

  function groupReplication(store: Element, { clustersOf, byId }: typeof model): string | undefined {
    return clustersOf(store).flatMap(({ id }) => byId.get(id)?.facts.replication ?? [])[0];
  }
}

interface Copy {
  readonly copy: Element;
  readonly flow?: Flow;
  /** A mechanism is told that promotes it. */
  readonly takesOver: boolean;
}

function copiesOf(store: Element, model: Scenario['ground']['model']): readonly Copy[] {
  const replicas = model.incoming(store).flatMap((flow): Copy[] => {
    const copy = flow.verb === 'replicates' ? model.byId.get(flow.from) : undefined;
    return copy ? [{ copy, flow, takesOver: typeof flow.facts.failover === 'object' }] : [];
  });
  if (replicas.length > 0) return replicas;
  return model.clustersOf(store).flatMap(({ id, members }) => {
    const { failover, writer } = model.byId.get(id)?.facts ?? {};
    if (writer !== store.id || typeof failover === 'object') return [];
    return members.flatMap((member) => {
      const copy = model.byId.get(member);
      return copy && copy !== store ? [{ copy, takesOver: false }] : [];
    });
  });
}

/** Data of which no copy is left, and stores whose only other copy is a backup. */
function restores({ ground, failed, stopped, simulation }: Scenario): readonly string[] {
  const { model, label } = ground;
  const lost = simulation.dataLoss;
  const down = new Set([...failed, ...stopped.map(({ element }) => element)]);
  const backed = new Map<string, Element[]>();
  for (const store of down) {
    const [flow] = model.outgoing(store).filter(({ verb, to }) => verb === 'backsUp' && !down.has(model.byId.get(to)!));
    const target = flow && model.byId.get(flow.to);
    if (!flow || !target || !traits(store.kind).store) continue;
    const from = `${label(target)}${flow.facts.every === undefined ? '' : `, made every ${flow.facts.every}`}`;
    backed.set(from, [...(backed.get(from) ?? []), store]);
  }
  return [
    ...(lost.length === 0
      ? []
      : [
          `Touch nothing that held ${few(lost.map(label))}: the model states no other copy. Look for one outside of it before anything is written there.`,
        ]),
    ...[...backed].map(
      ([from, stores]) => `If ${few(stores.map(label))} cannot be repaired, restore from the copy in ${from}.`,
    ),
  ];
}

/** What waits for one another does not start by itself. */
function standstills({ ground, failed, stopped }: Scenario): readonly string[] {
  const down = new Set([...failed, ...stopped.map(({ element }) => element)]);
  const stuck = ground.faults.coldStart.filter((element) => down.has(element));
  if (stuck.length === 0) return [];
  return [
    `${few(stuck.map(ground.label))} wait for one another and do not start from cold: start one of them by hand.`,
  ];
}

/** What would keep an element from breaking anything alone; undefined where no second one can. */
export function spareFor(element: Element, ground: Scenario['ground']): string | undefined {
  const name = ground.label(element);
  const { noun } = kinds[element.kind];
  if (isProvider(ground, element)) return `Have something with another provider than ${name} that does the same.`;
  const { place, domain, store } = traits(element.kind);
  if (place || domain) return `Let something outside of ${name} do the same work as what stands in it.`;
  switch (element.kind) {
    case 'user':
    case 'certificate':
      return undefined;
    case 'dns':
      return `Have the names of ${name} answered by a second operator of name servers.`;
    case 'externalService':
      return `Have another service to fall back on, or make do without ${name} for a while.`;
    default:
      return store
        ? `Keep a copy of ${name} elsewhere, and something that promotes it.`
        : `Run a second ${noun} elsewhere, and have something send the work to whichever of the two works.`;
  }
}
