// What each rule takes by itself: the analyses, and the questions that several rules share, are answered beforehand.
import { analysesOf } from '../../src/analyses/analyses-of.js';
import { audit } from '../../src/audit/audit.js';
import { dataTravel } from '../../src/audit/questions/data-travel.js';
import { faultsIfChecked } from '../../src/audit/questions/faults-if-checked.js';
import { logging, watching } from '../../src/audit/questions/monitoring.js';
import { runningOn } from '../../src/audit/questions/running-on.js';
import { storeGroups } from '../../src/audit/questions/store-groups.js';
import { runRule } from '../../src/audit/run-rule.js';
import { speaker } from '../../src/audit/say.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { rules } from '../../src/rules/index.js';

const today = '2026-11-21';

/** The processor's time, in milliseconds, as other work on the machine does not add to it. */
export function processorTime(run) {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1_000, value];
}

/**
 * The analyses; the whole catalogue after them, on a graph that no rule has seen; then every rule alone, dearest first. All
 * are medians.
 */
export function costsOf(document, rounds = 3) {
  const runs = Array.from({ length: rounds }, () => wholeCatalogue(document));
  const { model, analyses, findings } = runs.at(-1);
  const run = { model, analyses, say: speaker(model), today, settings: {} };
  const own = rules.map((rule) => ({ rule: rule.id, took: ownTime(run, rule, rounds) }));
  own.sort((left, right) => right.took - left.took);
  const sum = own.reduce((total, { took }) => total + took, 0);
  return {
    elements: model.elements.length,
    findings,
    analysed: median(runs.map(({ analysed }) => analysed)),
    phases: runs[0].phases.map(({ name }, index) => ({
      name,
      took: median(runs.map(({ phases }) => phases[index].took)),
    })),
    catalogue: median(runs.map(({ catalogue }) => catalogue)),
    sum,
    /** The dearest as a share of what all others take. */
    dearest: own[0].took / (sum - own[0].took),
    own,
  };
}

function wholeCatalogue(document) {
  const model = createGraph(document);
  const analyses = analysesOf(model);
  globalThis.gc?.();
  const phases = warm(model, analyses);
  const analysed = phases.reduce((total, { took }) => total + took, 0);
  const [catalogue, { findings }] = processorTime(() => audit(model, { today, rules, analyses }));
  return { model, analyses, phases, analysed, catalogue, findings: findings.length };
}

/** Answers, each timed, everything that rules ask of the analyses and every question that several rules share. */
export function warm(model, analyses) {
  return Object.entries(shared).map(([name, ask]) => {
    const [took] = processorTime(() => ask(model, analyses));
    return { name, took };
  });
}

const shared = {
  'single points': (_, { faults }) => {
    for (const point of faults.singlePoints) [point.path, point.blastRadius, point.dataLoss];
    faults.assumptions;
  },
  'single points, were every target checked': (model, { faults }) => {
    for (const point of faultsIfChecked(model, faults).singlePoints) [point.path];
  },
  'elements failed for a while': (_, { faults }) => faults.during([], () => true),
  availability: (model, { faults }) => model.journeys.length > 0 && faults.availability,
  transport: (model, { transport }) => {
    transport.hops;
    transport.certificates;
    for (const element of model.elements) transport.plaintextSpanFrom(element);
  },
  network: (model, { network }) => {
    network.entryPoints;
    network.flows;
    network.unreachable;
    network.deadRules;
    if (model.facts.complete?.includes('flows')) network.unneededRules;
    for (const element of model.elements) network.exposureOf(element);
    for (const flow of model.flows) network.guardsOn(flow);
  },
  load: (model, { load }) => {
    for (const element of model.elements) load.connectionsOf(element);
    load.elements;
    load.shared;
    load.missing;
  },
  'questions that several rules ask': (model, { transport }) => {
    const travel = dataTravel(model, transport);
    for (const element of model.elements) travel.seenBy(element);
    for (const ask of [watching, logging, runningOn]) for (const element of model.elements) ask(model)(element);
    storeGroups(model, ['database', 'cache', 'queue', 'searchIndex', 'fileStore', 'objectStore']);
    storeGroups(model, ['database']);
  },
};

function ownTime(run, rule, rounds) {
  return median(
    Array.from({ length: rounds }, () => {
      const [took] = processorTime(() => runRule(run, rule, []));
      return took;
    }),
  );
}

export function median(list) {
  return [...list].sort((left, right) => left - right)[list.length >> 1];
}
