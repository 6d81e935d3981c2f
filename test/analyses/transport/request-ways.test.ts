import fc from 'fast-check';
import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { RequestWay } from '../../../src/analyses/transport/result.js';
import { randomModels } from '../../support/random-models.js';
import { randomRequests } from '../support/random-requests.js';
import { tapes } from '../support/tape.js';

const told = ({ from, to, hops }: RequestWay) => [from.id, to.id, ...hops.map(({ flow }) => flow.id)];

test('the hops of a way lead from its user to its store, whichever way is asked for its hops first', () => {
  fc.assert(
    fc.property(tapes, fc.boolean(), (numbers, circles) => {
      const model = randomRequests(numbers, circles);
      const inOrder = analyseTransport(model).ways.map(told);
      const backwards = [...analyseTransport(model).ways].reverse().map(told).reverse();
      expect(backwards).toEqual(inOrder);
      for (const { from, to, hops } of analyseTransport(model).ways) {
        expect(hops[0]!.from).toBe(from);
        expect(hops.at(-1)!.to).toBe(to);
      }
    }),
    { numRuns: randomModels, seed: 20_261_125 },
  );
});
