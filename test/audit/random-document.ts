import type { ArchitectureDocument, Element, Flow, Pool, Waiver } from '../../src/graph/architecture.js';
import { kindNames, traits } from '../../src/vocabulary/kinds.js';
import { ruleIds } from '../../src/vocabulary/rule-ids.js';
import { verbNames } from '../../src/vocabulary/verbs.js';
import { type Tape, tapeOf } from '../analyses/support/tape.js';
import { randomFacts, randomFlowFacts, randomListeners } from './random-facts.js';
import { randomStack } from './random-stack.js';

/**
 * A small stack from users to stores, with facts told, untold or told to be absent, and then anything with anything: every
 * kind, verb and listener. Much of it makes little sense; a rule must survive all of it. Nothing in it is declared complete.
 */
export function randomDocument(numbers: readonly number[]): ArchitectureDocument {
  const tape = tapeOf(numbers);
  const stack = randomStack(tape);
  const noise = randomNoise(tape);
  const elements = [...stack.elements, ...noise];
  const anything = tape.chance(5) ? randomFlows(tape, elements) : { flows: [], pools: [] };
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: 'random',
    facts: {},
    elements,
    flows: [...stack.flows, ...anything.flows],
    pools: [...stack.pools, ...anything.pools],
    clusters: stack.clusters,
    journeys: [],
    waivers: randomWaivers(tape, elements),
  };
}

const common = [
  'loadBalancer',
  'webServer',
  'appServer',
  'database',
  'user',
  'record',
  'certificate',
  'firewall',
] as const;

/** What has no place in the stack. */
function randomNoise(tape: Tape): Element[] {
  return Array.from({ length: tape.below(5) }, (_, index): Element => {
    const kind = tape.chance(5) ? tape.pick(common) : tape.pick(kindNames.filter((name) => name !== 'cluster'));
    const parent = traits(kind).loose || traits(kind).domain ? {} : parentOf(tape, ['zone', 'server-1']);
    const listeners = traits(kind).running || kind === 'record' ? { listeners: randomListeners(tape) } : {};
    return { id: `noise ${index}`, kind, name: kind, ...parent, ...listeners, facts: randomFacts(tape, kind) };
  });
}

function parentOf(tape: Tape, places: readonly string[]): { parent?: string } {
  return tape.chance(6) ? { parent: tape.pick(places) } : {};
}

function randomFlows(tape: Tape, elements: readonly Element[]): { flows: Flow[]; pools: Pool[] } {
  const flows: Flow[] = [];
  const pools: Pool[] = [];
  const ids = elements.map(({ id }) => id);
  const calls = 4 + tape.below(16);
  for (let call = 0; call < calls; call++) {
    const verb = tape.pick(verbNames);
    const from = tape.pick(ids);
    const targets = tape.chance(3) ? [...tape.some(ids)].slice(0, 3) : [tape.pick(ids)];
    const made = targets.map((to, index) => ({
      id: `${call} ${index}`,
      verb,
      from,
      to,
      facts: randomFlowFacts(tape, ids),
    }));
    const pool = made.length > 1 ? { pool: `pool ${call}` } : {};
    flows.push(...made.map((flow) => ({ ...flow, ...pool })));
    if (made.length > 1) pools.push({ id: `pool ${call}`, verb, from, flows: made.map(({ id }) => id), need: 1 });
  }
  return { flows, pools };
}

function randomWaivers(tape: Tape, elements: readonly Element[]): Waiver[] {
  return Array.from({ length: tape.below(4) }, () => ({
    rule: tape.chance(9) ? tape.pick(ruleIds) : 'no/such-rule',
    because: tape.chance(9) ? 'Because.' : '',
    ...(tape.chance(8) && { element: tape.pick(elements).id }),
    ...(tape.chance(5) && { until: tape.pick(['2026-01-01', '2027-01-01']) as '2027-01-01' }),
  }));
}
