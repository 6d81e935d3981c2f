import fc from 'fast-check';
import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { ElementLoad, Stress } from '../../../src/analyses/capacity/result.js';
import type { Architecture, Element } from '../../../src/graph/architecture.js';
import { randomModels } from '../../support/random-models.js';
import { instancesOf, providersIn } from '../support/naive-faults.js';
import {
  type Before,
  goesRoundForEver,
  naiveDemand,
  naiveIncomplete,
  type State,
  stateWithout,
} from '../support/naive-load.js';
import { randomLoad } from '../support/random-load.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_125 };
const nothing: ReadonlySet<string> = new Set();

function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
}

/** Demand in full as its definition has it; undefined where it goes round for ever. */
function settled(model: Architecture): Before | undefined {
  const state = stateWithout(model, nothing);
  const demand = goesRoundForEver(model, state) ? undefined : naiveDemand(model, state);
  return demand && { demand, incomplete: naiveIncomplete(model) };
}

/** Everything that can fail as one, places among it. */
function failable(model: Architecture): readonly string[] {
  const elements = model.elements.filter((element) => {
    if (['record', 'cluster', 'account'].includes(element.kind)) return false;
    if (element.kind === 'zone') return element.facts.availability !== undefined;
    if (element.kind === 'dns') return (element.facts.nameServers?.length ?? 1) < 2;
    const members = instancesOf(model, element).length;
    return members - (element.kind === 'coordinator' ? Math.floor(members / 2) + 1 : 1) <= 0;
  });
  return [...elements.map(({ id }) => id), ...[...providersIn(model)].map((name) => `provider/${name}`)];
}

function capacityIn(model: Architecture, element: Element, state: State): number | undefined {
  const each = element.facts.capacity?.requestsPerSecond;
  if (each === undefined) return undefined;
  const standing = instancesOf(model, element).filter((domains) => domains.every((id) => state.read.get(id)));
  return each * standing.length;
}

interface Use {
  readonly failed: string;
  readonly use: number;
  readonly demand: number;
}

/** How much each failure that an element survives uses it; undefined where some failure makes requests go round for ever. */
function naiveUses(model: Architecture, base: Before): ReadonlyMap<string, readonly Use[]> | undefined {
  const uses = new Map<string, Use[]>(model.elements.map(({ id }) => [id, []]));
  for (const failed of failable(model)) {
    const state = stateWithout(model, new Set([failed]));
    const demand = goesRoundForEver(model, state, base) ? undefined : naiveDemand(model, state, base);
    if (!demand) return undefined;
    for (const element of model.elements) {
      if (!state.read.get(element.id) && !state.write.get(element.id)) continue;
      const known = demand.get(element.id)!;
      const capacity = capacityIn(model, element, state);
      uses.get(element.id)!.push({ failed, demand: known, use: capacity === undefined ? known : known / capacity });
    }
  }
  const usual = stateWithout(model, nothing);
  for (const element of model.elements) {
    const instances = oneInstanceLost(model, element);
    const demand = base.demand.get(element.id)!;
    const isUp = usual.read.get(element.id) || usual.write.get(element.id);
    if (instances && isUp) uses.get(element.id)!.push({ ...instances, demand, use: demand / instances.left });
  }
  return uses;
}

/** Where the outermost place with instances loses one of them. */
function oneInstanceLost(model: Architecture, element: Element): { failed: string; left: number } | undefined {
  const each = element.facts.capacity?.requestsPerSecond;
  const count = ({ facts: { instances = 1 } }: Element) => (typeof instances === 'number' ? instances : instances.min);
  const lost = [...model.ancestors(element)]
    .reverse()
    .concat(element)
    .find((place) => count(place) > 1);
  if (!lost || each === undefined) return undefined;
  const all = instancesOf(model, element).length;
  return { failed: lost.id, left: each * (all - all / count(lost)) };
}

function useOf({ utilisation, demand }: Stress): number {
  return utilisation ?? demand.known;
}

function useNow({ utilisation, demand }: ElementLoad): number {
  return utilisation ?? demand.known;
}

describe('the load against its definition, on random systems', () => {
  test('the demand of each element, whether it is known in full, and what goes round for ever', () => {
    let loops = 0;
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomLoad(numbers);
        const load = analyseLoad(model);
        if (!load.hasDemand) return;
        const base = settled(model);
        expect(load.runaway.length > 0).toBe(base === undefined);
        if (!base) {
          loops += 1;
          return;
        }
        for (const { element, demand } of load.elements) {
          const naive = base.demand.get(element.id)!;
          expect([element.id, demand.known, demand.isComplete]).toEqual([
            element.id,
            isNear(demand.known, naive) ? demand.known : naive,
            !base.incomplete.has(element.id),
          ]);
        }
        const listed = new Set(load.elements.map(({ element }) => element.id));
        for (const [id, demand] of base.demand) if (demand > 0) expect(listed).toContain(id);
      }),
      runs,
    );
    expect(loops).toBeGreaterThan(0);
  });

  test('the single failure that uses each element most', () => {
    let raised = 0;
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomLoad(numbers);
        const load = analyseLoad(model);
        const base = load.hasDemand && load.runaway.length === 0 ? settled(model) : undefined;
        const uses = base && naiveUses(model, base);
        if (!uses) return;
        expect(load.failures.tried).toBe(load.failures.candidates);
        const passingOver = analyseLoad(model, { fewTargets: 0 });
        for (const one of [...load.elements, ...passingOver.elements]) {
          const all = uses.get(one.element.id)!;
          const most = Math.max(0, ...all.map(({ use }) => use));
          const found = one.worst ? useOf(one.worst) : useNow(one);
          if (most > useNow(one) * (1 + 1e-7) || one.worst)
            expect([one.element.id, isNear(found, most) || most]).toEqual([one.element.id, true]);
          if (!one.worst) continue;
          raised += 1;
          const { failed } = one.worst;
          const same = all.filter((use) => use.failed === failed.id && isNear(use.use, found));
          expect([failed.id, same.length > 0]).toEqual([failed.id, true]);
        }
      }),
      runs,
    );
    expect(raised).toBeGreaterThan(100);
  });

  test('what enters a pool is what its members get, and what enters a group is what its members take of it', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomLoad(numbers);
        const load = analyseLoad(model);
        const flows = new Map(load.flows.map(({ flow, demand }) => [flow.id, demand.known]));
        for (const { subject, demand } of load.shared) {
          if (subject.sort !== 'pool') continue;
          const got = subject.pool.flows.reduce((sum, id) => sum + flows.get(id)!, 0);
          expect(isNear(got, demand.known)).toBe(true);
          const source = load.loadOf(subject.source.id);
          const isWhole =
            subject.pool.verb === 'balances' && model.outgoing(subject.source).length === subject.pool.flows.length;
          if (isWhole && source && got > 0) expect(isNear(got, source.demand.known)).toBe(true);
        }
      }),
      runs,
    );
  });
});
