import fc from 'fast-check';
import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { RuleAnomaly } from '../../../src/analyses/network/result.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { randomModels } from '../../support/random-models.js';
import { type NaiveAnomaly, naiveAnomalies } from '../support/naive-anomalies.js';
import { randomNetwork } from '../support/random-network.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_125 };
/** Ten times what it takes on a calm machine. */
const patience = 300_000;

const order = ['shadowed', 'covered', 'redundant', 'unneeded', 'too wide'];

/** By guard, in an order of their own. */
function inOrder<T extends { readonly index: number; readonly anomaly: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort(
    (left, right) => order.indexOf(left.anomaly) - order.indexOf(right.anomaly) || left.index - right.index,
  );
}

function known(model: Architecture, isAsked: (anomaly: string) => boolean) {
  const all = analyseNetwork(model).anomalies.filter(({ anomaly }) => isAsked(anomaly));
  return model.byKind.firewall.map((guard) => {
    const own = all.filter((one) => one.guard === guard);
    return { guard: guard.id, rules: inOrder(own.map(plain)) };
  });
}

function naive(model: Architecture, isAsked: (anomaly: string) => boolean) {
  return model.byKind.firewall.map((guard) => {
    const own = naiveAnomalies(model, guard, isAsked('too wide')).filter(({ anomaly }) => isAsked(anomaly));
    return { guard: guard.id, rules: inOrder(own) };
  });
}

function plain({ index, anomaly, by, beyond }: RuleAnomaly): NaiveAnomaly {
  return { index, anomaly, ...(by && { by }), ...(beyond && { beyond }) };
}

describe('the rules of guards against every packet tried, on random networks', () => {
  test(
    'dead, redundant and unneeded ones, whatever is told of addresses',
    () => {
      const isAsked = (anomaly: string) => anomaly !== 'too wide';
      fc.assert(
        fc.property(tapes, (numbers) => {
          const model = randomNetwork(numbers);
          expect(known(model, isAsked)).toEqual(naive(model, isAsked));
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'the unneeded ones alone are those of the whole analysis',
    () => {
      fc.assert(
        fc.property(tapes, (numbers) => {
          const network = analyseNetwork(randomNetwork(numbers));
          expect(network.unneededRules).toEqual(network.anomalies.filter(({ anomaly }) => anomaly === 'unneeded'));
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'too wide ones, counted, where all addresses are told',
    () => {
      const isAsked = (anomaly: string) => anomaly === 'too wide';
      fc.assert(
        fc.property(tapes, (numbers) => {
          const model = randomNetwork(numbers, { told: true });
          expect(known(model, isAsked)).toEqual(naive(model, isAsked));
        }),
        runs,
      );
    },
    patience,
  );
});
