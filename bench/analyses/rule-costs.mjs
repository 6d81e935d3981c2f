// What each rule takes by itself: the analyses, and the questions that several rules share, are answered beforehand.
import { analysesOf } from '../../src/analyses/analyses-of.js';
import { audit } from '../../src/audit/audit.js';
import { faultsIfChecked } from '../../src/audit/questions/faults-if-checked.js';
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
  const [analysed] = processorTime(() => analyse(model, analyses));
  const [catalogue, { findings }] = processorTime(() => audit(model, { today, rules, analyses }));
  return { model, analyses, analysed, catalogue, findings: findings.length };
}

/** Everything that rules ask of the analyses, but what only one of them asks on few models (availability). */
function analyse(model, { faults, transport, network, load }) {
  faults.singlePoints;
  faults.availability;
  faultsIfChecked(model, faults).singlePoints;
  transport.hops;
  transport.certificates;
  network.entryPoints;
  network.flows;
  network.deadRules;
  if (model.facts.complete?.includes('flows')) network.unneededRules;
  load.elements;
  for (const element of model.elements) {
    network.exposureOf(element);
    transport.plaintextSpanFrom(element);
  }
}

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
