// One case of the benchmark of the analyses, in a process of its own: `node --expose-gc cases.mjs CASE SIZE`. Prints JSON.
import { analysesOf } from '../../src/analyses/analyses-of.js';
import { startWorking } from '../../src/analyses/faults/fixpoint.js';
import { packetWays } from '../../src/analyses/faults/packet-ways.js';
import { searcherIn } from '../../src/analyses/faults/reach.js';
import { compileStructures } from '../../src/analyses/faults/structure.js';
import { listUniverse } from '../../src/analyses/faults/universe.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { fiftyComponents, randomTree, seriesParallel } from '../fault-trees.mjs';
import { guardedHosts } from '../guarded-hosts.mjs';
import { manyShops } from '../many-shops.mjs';
import { threeTier } from '../three-tier.mjs';
import { costsOf } from './rule-costs.mjs';

const [name = '', size = '0'] = process.argv.slice(2);
const rounds = 7;

const cases = {
  failures,
  naive,
  availability,
  'costs-plain': (size) => costsOf(threeTier(size)),
  'costs-rich': (size) => costsOf(manyShops(size)),
  exposure,
};

const run = cases[name];
if (!run) throw new RangeError(`no case ${name}`);
process.stdout.write(`${JSON.stringify(run(Number(size)))}\n`);

/** Graph and indexes, then all single failures and TLS spans; the median of some rounds, each on a graph of its own. */
function failures(elements) {
  return medianBy(
    Array.from({ length: rounds }, () => failuresOnce(elements)),
    ({ answer }) => answer,
  );
}

function failuresOnce(elements) {
  const document = threeTier(elements);
  globalThis.gc?.();
  const [made, model] = timed(() => createGraph(document));
  const loaded = heap();
  const analyses = analysesOf(model);
  // The structure function is an index too: what needs what, in both modes.
  const [compiled, journeys] = timed(() => analyses.faults.journeys.length);
  const [points, found] = timed(() => analyses.faults.singlePoints.length);
  const [spans, count] = timed(() => analyses.transport.spans.length);
  const megabytes = heap() - loaded;
  const size = model.elements.length;
  return {
    elements: size,
    indexes: made + compiled,
    points,
    spans,
    answer: points + spans,
    found,
    count,
    megabytes,
    journeys,
  };
}

/** One fixpoint from scratch for each element and mode, as one would write it first; on a sample, told for all. */
function naive(elements) {
  const model = createGraph(threeTier(elements));
  const structures = compileStructures(listUniverse(model), packetWays(model));
  const sample = Math.min(60, model.elements.length);
  const step = Math.floor(model.elements.length / sample);
  const [took] = timed(() => {
    for (let index = 0; index < sample; index += 1) {
      for (const structure of structures) {
        const state = startWorking(structure.gates);
        state.fail([index * step]);
        const search = searcherIn(structure, state);
        for (const journey of model.journeys) {
          search.from(structure.universe.indexOf.get(journey.from));
          search.reached(structure.universe.indexOf.get(journey.to));
        }
      }
    }
  });
  return { elements: model.elements.length, sample, all: (took / sample) * model.elements.length };
}

function availability() {
  const systems = [
    fiftyComponents(),
    seriesParallel(100),
    ...[1, 2, 3].flatMap((seed) => [randomTree(200, 150, seed), randomTree(300, 250, seed)]),
  ];
  return {
    systems: systems.map((document) => {
      const tries = [0, 1, 2].map(() => {
        const { faults } = analysesOf(createGraph(document));
        faults.journeys.length;
        const [took, [answer]] = timed(() => faults.availability);
        return { took, method: answer.method, unavailability: answer.unavailability };
      });
      return { name: document.name, ...medianBy(tries, ({ took }) => took) };
    }),
  };
}

function exposure(hosts) {
  const document = guardedHosts(hosts);
  const tries = [0, 1, 2].map(() => {
    const model = createGraph(document);
    const { network } = analysesOf(model);
    const [reach] = timed(() => [network.internet, network.zones]);
    const [anomalies] = timed(() => network.anomalies);
    return { elements: model.elements.length, reach, anomalies, all: reach + anomalies };
  });
  return medianBy(tries, ({ all }) => all);
}

function medianBy(tries, measureOf) {
  return [...tries].sort((left, right) => measureOf(left) - measureOf(right))[tries.length >> 1];
}

function timed(run) {
  const start = performance.now();
  const value = run();
  return [performance.now() - start, value];
}

function heap() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
