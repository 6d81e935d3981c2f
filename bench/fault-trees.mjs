// Systems whose availability is known to be hard to compute, as graphs' documents: what the benchmarks of the availability
// are run on. The same seed gives the same system.
import { randomFrom } from './three-tier.mjs';

/** Fifty components on twenty-five hosts in three zones: five tiers of ten, of each of which six have to work. */
export function fiftyComponents() {
  const tree = startTree('Fifty components');
  const zones = ['a', 'b', 'c'].map((name) => tree.add('availabilityZone', `zone-${name}`, { unavailability: 0.0005 }));
  const hosts = Array.from({ length: 25 }, (_, index) =>
    tree.add('server', `host-${index}`, { standsIn: [zones[index % 3]], mtbf: '2000 hours', mttr: '4 hours' }),
  );
  const components = Array.from({ length: 50 }, (_, index) => {
    const host = hosts[index % 25];
    return tree.add('component', `${host}/component-${index}`, { unavailability: 0.001 + index / 100_000 }, host);
  });
  const top = tree.add('component', 'entry');
  for (let tier = 0; tier < 5; tier += 1) {
    tree.any(
      top,
      components.filter((_, index) => index % 5 === tier),
      tier === 0 ? 6 : 3,
    );
  }
  return tree.finish(top);
}

/** A random monotone function as needs: gates of two to five inputs, `and` (calls), `or` and k of n (pools). */
export function randomTree(events, gates, seed) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const tree = startTree(`Fault tree of ${events} events and ${gates} gates, seed ${seed}`);
  const nodes = Array.from({ length: events }, (_, index) =>
    tree.add('component', `event-${index}`, { unavailability: Number((0.001 + random() / 50).toPrecision(6)) }),
  );
  const unused = new Set(nodes);
  for (let gate = 0; gate < gates; gate += 1) {
    const node = tree.add('component', `gate-${gate}`);
    const wanted = 2 + below(4);
    const inputs = new Set();
    // Recent nodes and unused ones first, so that everything hangs together and the tree grows deep.
    while (inputs.size < wanted) {
      const waiting = [...unused];
      const pick = waiting.length > 0 && random() < 0.7 ? waiting[below(waiting.length)] : nodes[below(nodes.length)];
      inputs.add(pick);
      unused.delete(pick);
    }
    if (random() < 0.4) for (const input of inputs) tree.all(node, input);
    else tree.any(node, [...inputs], random() < 0.3 ? 2 : 1);
    nodes.push(node);
    unused.add(node);
  }
  const top = tree.add('component', 'top');
  for (const node of unused) tree.all(top, node);
  return tree.finish(top);
}

/** Blocks of three in parallel, one after the other: what a decision diagram is good at. */
export function seriesParallel(blocks) {
  const tree = startTree(`${blocks} blocks of three`);
  const top = tree.add('component', 'top');
  for (let block = 0; block < blocks; block += 1) {
    tree.any(
      top,
      [0, 1, 2].map((index) => tree.add('component', `block-${block}-${index}`, { unavailability: 0.01 })),
    );
  }
  return tree.finish(top);
}

function startTree(name) {
  const elements = [{ id: 'user', kind: 'user', name: 'user', facts: {} }];
  const flows = [];
  const pools = [];
  const flow = (from, verb, to, pool) => {
    const id = `${from} ${verb} ${to}`;
    flows.push({ id: pool ? `${id} ${pool}` : id, verb, from, to, ...(pool && { pool }), facts: {} });
    return flows.at(-1).id;
  };
  return {
    add(kind, id, facts = {}, parent) {
      elements.push({ id, kind, name: id.slice(id.lastIndexOf('/') + 1), facts, ...(parent && { parent }) });
      return id;
    },
    all: (from, to) => void flow(from, 'calls', to),
    any(from, targets, need = 1) {
      const id = `pool-${pools.length}`;
      pools.push({ id, verb: 'calls', from, need, flows: targets.map((to) => flow(from, 'calls', to, id)) });
    },
    finish(top) {
      flow('user', 'visits', top);
      return {
        format: 'stanchion-architecture',
        version: 1,
        name,
        facts: {},
        elements,
        flows,
        pools,
        clusters: [],
        journeys: [{ id: 'journey', name: 'journey', from: 'user', to: top, mode: 'read', objective: 0.99 }],
        waivers: [],
      };
    },
  };
}
