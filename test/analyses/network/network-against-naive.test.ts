import fc from 'fast-check';
import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import { randomModels } from '../../support/random-models.js';
import { naiveExposure, naivePassage } from '../support/naive-network.js';
import { randomNetwork } from '../support/random-network.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_121, interruptAfterTimeLimit: 120_000 };

describe('packets against every single packet tried, on random networks', () => {
  test('what is known of the passage of a flow', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomNetwork(numbers, { translates: true });
        const network = analyseNetwork(model);
        const known = model.flows.map((flow) => [flow.id, network.passage(flow)]);
        expect(known).toEqual(model.flows.map((flow) => [flow.id, naivePassage(model, flow)]));
      }),
      runs,
    );
  });

  test('what the internet reaches', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomNetwork(numbers, { translates: true });
        const network = analyseNetwork(model);
        const known = model.byKind.component.map((element) => [element.id, network.exposureOf(element).passage]);
        expect(known).toEqual(model.byKind.component.map((element) => [element.id, naiveExposure(model, element)]));
      }),
      runs,
    );
  });
});
