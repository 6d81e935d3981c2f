import type { Architecture, Element } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { failsByChance } from './availability/basic-events.js';
import { figureOf } from './availability/figure-of.js';
import { silenceOf } from './availability/silence-of.js';
import { standsOn } from './availability/stands-on.js';
import { takeoversIn } from './availability/takeovers.js';
import { isFailoverGroup, neededOfGroup, requiredAcknowledgements } from './clusters.js';
import type { Goal } from './journeys.js';
import { type Label, labelsIn, listed } from './labels.js';
import { hasSlack } from './pool-need.js';
import { instancesOf } from './spread.js';
import type { Universe } from './universe.js';

/** What the failure analysis took for granted where the model does not say: one sentence each. */
export function assumptionsOf(universe: Universe, goals: readonly Goal[]): readonly string[] {
  const { model } = universe;
  const label = labelsIn(universe);
  return [
    ...journeysTaken(goals),
    ...healthChecksTaken(model, label),
    ...memberChecksTaken(universe, label),
    ...failoversTaken(model, label),
    ...takeoversTaken(universe, label),
    ...halvesTaken(model, label),
    ...quorumsTaken(model, label),
    ...acknowledgementsTaken(model, label),
    ...spreadsTaken(model, label),
    ...nameServersTaken(model, label),
  ];
}

function journeysTaken(goals: readonly Goal[]): readonly string[] {
  if (goals.length === 0 || goals.some(({ declared }) => declared)) return [];
  return ['No journey is declared: each user is taken to read and write every store that required flows lead to.'];
}

/** Only a pool that can spare a member depends on somebody noticing that it is gone. */
function healthChecksTaken(model: Architecture, label: Label): readonly string[] {
  const silent = model.pools.flatMap((pool) => {
    const flows = pool.flows.flatMap((id) => model.flowById.get(id) ?? []);
    const source = model.byId.get(pool.from);
    const untold = flows.some(({ facts }) => facts.healthCheck === undefined);
    return source && untold && hasSlack(pool, flows) ? [label(source)] : [];
  });
  return sentenceAbout(
    silent,
    (names) => `${names}: a dead target of the pool is taken to be noticed, as no health check is told.`,
  );
}

/** The same of groups that no mechanism fails over: where each member is needed anyway nothing has to be noticed. */
function memberChecksTaken({ model, elements, flowTo }: Universe, label: Label): readonly string[] {
  const silent = new Set<number>();
  for (let index = 0; index < model.flows.length; index += 1) {
    const { verb, facts } = model.flows[index]!;
    if (facts.healthCheck === undefined && flowTo[index]! >= 0 && verbs[verb].hard !== 'no') silent.add(flowTo[index]!);
  }
  const targets = [...silent].sort((left, right) => left - right).map((index) => elements[index]!);
  return sentenceAbout(
    targets.filter((target) => canSpareMember(model, target)).map(label),
    (names) => `${names}: a dead member is taken to be noticed by what leads there, as no health check is told.`,
  );
}

function canSpareMember(model: Architecture, target: Element): boolean {
  const cluster = model.clusterById.get(target.id);
  return (
    cluster !== undefined &&
    !isFailoverGroup(target.facts) &&
    cluster.members.length > neededOfGroup(cluster, target.facts)
  );
}

function failoversTaken(model: Architecture, label: Label): readonly string[] {
  const silent = model.byKind.cluster.filter(
    ({ facts }) => facts.failover === undefined && (facts.mode === 'active-passive' || facts.writer !== undefined),
  );
  return sentenceAbout(
    silent.map(label),
    (names) => `${names}: nothing is taken to fail over, as no failover is told.`,
  );
}

/** One of `mtbf` and `mttr` says nothing without the other. */
function halvesTaken(model: Architecture, label: Label): readonly string[] {
  return (['mttr', 'mtbf'] as const).flatMap((missing) => {
    const told = missing === 'mttr' ? 'mtbf' : 'mttr';
    const halves = model.elements.filter((element) => {
      return element.kind !== 'certificate' && silenceOf(element) === `no ${missing}`;
    });
    return sentenceAbout(
      halves.map(label),
      (names) => `${names}: never taken to fail in the availability, as an ${told} is told without an ${missing}.`,
    );
  });
}

/** Only where something tells how much of the time it is down do takeovers count at all. */
function takeoversTaken(universe: Universe, label: Label): readonly string[] {
  const untimed: string[] = [];
  const unrated: string[] = [];
  for (const { owner, active, mechanism, time } of takeoversIn(universe)) {
    if (!mechanism) continue;
    const failing = standsOn(universe, universe.indexOf.get(active.id)!).filter((index) => {
      return failsByChance(universe, index) && figureOf(universe.elements[index]!.facts) !== undefined;
    });
    const served = universe.model.byId.get(owner.id) ?? active;
    if (time === undefined && failing.length > 0) untimed.push(label(served));
    const told = failing.map((index) => universe.elements[index]!);
    if (time !== undefined)
      unrated.push(...told.filter(({ facts }) => figureOf(facts)?.frequency === undefined).map(label));
  }
  return [
    ...sentenceAbout(untimed, (names) => {
      return `${names}: a takeover is taken to be immediate in the availability, as no time (within) is told.`;
    }),
    ...sentenceAbout(unrated, (names) => {
      return `${names}: a takeover after its failure is taken to be immediate in the availability, as no failure rate (mtbf and mttr) is told.`;
    }),
  ];
}

function quorumsTaken(model: Architecture, label: Label): readonly string[] {
  const groups = model.clusters
    .filter(({ id, memberKind, members }) => {
      return memberKind === 'coordinator' && members.length > 1 && model.byId.get(id)?.facts.need === undefined;
    })
    .flatMap(({ id }) => model.byId.get(id) ?? []);
  const silent = [...groups, ...model.byKind.coordinator.filter((element) => instancesOf(element) > 1)];
  return sentenceAbout(silent.map(label), (names) => `${names}: more than half of the members are taken to be needed.`);
}

function acknowledgementsTaken(model: Architecture, label: Label): readonly string[] {
  const groups = model.byKind.cluster.filter(
    ({ facts }) => facts.acknowledgements === undefined && requiredAcknowledgements(facts) > 0,
  );
  const primaries = model.flows
    .filter(({ verb, facts }) => {
      return verb === 'replicates' && facts.acknowledgements === undefined && requiredAcknowledgements(facts) > 0;
    })
    .flatMap(({ to }) => model.byId.get(to) ?? []);
  return sentenceAbout([...new Set([...groups, ...primaries])].map(label), (names) => {
    return `${names}: one replica is taken to confirm each write, as no number is told.`;
  });
}

function spreadsTaken(model: Architecture, label: Label): readonly string[] {
  const silent = model.elements.filter(
    (element) => instancesOf(element) > 1 && element.facts.standsIn === undefined && element.kind !== 'server',
  );
  const untold = silent.filter((element) => !model.hostOf(element));
  return sentenceAbout(
    untold.map(label),
    (names) => `${names}: its instances are taken to share no host, as no spread is told.`,
  );
}

function nameServersTaken(model: Architecture, label: Label): readonly string[] {
  const silent = model.byKind.dns.filter(({ facts }) => facts.nameServers === undefined);
  return sentenceAbout(silent.map(label), (names) => `${names}: the name servers are taken as one, as none is told.`);
}

function sentenceAbout(names: readonly string[], say: (names: string) => string): readonly string[] {
  return names.length === 0 ? [] : [say(listed([...new Set(names)], 6))];
}
