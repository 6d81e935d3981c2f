import fc from 'fast-check';
import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { Reach } from '../../../src/analyses/network/result.js';
import { randomModels } from '../../support/random-models.js';
import { naiveBlocked, naiveRelays, naiveUnused, naiveZoneReach } from '../support/naive-reach.js';
import { randomNetwork } from '../support/random-network.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_125 };
/** Ten times what it takes on a calm machine. */
const patience = 300_000;

const relayed = (reaches: readonly Reach[]) =>
  reaches
    .filter(({ reach }) => reach === 'relay')
    .map(({ element, listener, passage }) => `${element.id} ${listener?.name} ${passage}`)
    .sort();
const isBlock = (text: string) => /[./:]/.test(text);

describe('what is reached against every packet tried, on random networks', () => {
  test(
    'from each zone',
    () => {
      fc.assert(
        fc.property(tapes, (numbers) => {
          const model = randomNetwork(numbers);
          for (const { zone, reaches } of analyseNetwork(model).zones) {
            const packets = reaches.filter(({ reach }) => reach === 'packet');
            const known = packets.map(({ element, listener, passage, limitedTo = [] }) => ({
              element: element.id,
              listener: listener?.name,
              passage,
              limitedTo: limitedTo.filter((text) => !isBlock(text)).sort(),
              hasBlocks: limitedTo.some(isBlock),
            }));
            const naive = naiveZoneReach(model, zone).map((one) => ({ ...one, limitedTo: [...one.limitedTo].sort() }));
            expect(known).toEqual(naive);
          }
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'by what is handed on, from the internet and from zones',
    () => {
      fc.assert(
        fc.property(tapes, (numbers) => {
          const model = randomNetwork(numbers);
          const network = analyseNetwork(model);
          const packets = network.internet.filter(({ reach }) => reach === 'packet');
          expect(relayed(network.internet)).toEqual(naiveRelays(model, packets));
          for (const { zone, reaches } of network.zones) {
            const own = reaches.filter(({ reach }) => reach === 'packet');
            const outside = naiveRelays(model, own).filter((text) => {
              const element = model.byId.get(text.slice(0, text.indexOf(' ')))!;
              return !model.ancestors(element).includes(zone);
            });
            expect(relayed(reaches)).toEqual(outside);
          }
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'listeners that nothing uses, and that nothing gets to',
    () => {
      fc.assert(
        fc.property(tapes, (numbers) => {
          const model = randomNetwork(numbers);
          const known = analyseNetwork(model).unreachable.map(
            ({ element, listener, unused, blocked }) => `${element.id} ${listener.name} ${unused} ${blocked}`,
          );
          const naive = model.byKind.component.flatMap((element) =>
            (element.listeners ?? []).flatMap((listener) => {
              const [unused, blocked] = [naiveUnused(model, element, listener), naiveBlocked(model, element, listener)];
              return unused || blocked ? [`${element.id} ${listener.name} ${unused} ${blocked}`] : [];
            }),
          );
          expect(known).toEqual(naive);
        }),
        runs,
      );
    },
    patience,
  );
});
