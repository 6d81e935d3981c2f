import fc from 'fast-check';
import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { Span } from '../../../src/analyses/transport/result.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { dataClasses } from '../../../src/vocabulary/words.js';
import { randomModels } from '../../support/random-models.js';
import { naivePlaintext } from '../support/naive-plaintext.js';
import { type NaiveSpan, naiveAlike, naiveSpans } from '../support/naive-spans.js';
import { naiveClasses, naiveHops, naiveWays, type Way } from '../support/naive-ways.js';
import { randomRequests } from '../support/random-requests.js';
import { tapes } from '../support/tape.js';

const runs = { numRuns: randomModels, seed: 20_261_125, interruptAfterTimeLimit: 120_000 };
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

function comparable(span: Span): NaiveSpan {
  return {
    encryption: span.encryption,
    from: ids(span.from),
    to: ids(span.to),
    hops: span.hops.map(({ flow }) => flow.id),
    length: span.length,
    users: ids(span.users),
    stores: ids(span.stores),
    terminatedBy: ids(span.terminatedBy),
    clientCertificate: span.clientCertificate,
  };
}

const sorted = (spans: readonly NaiveSpan[]) => spans.map((span) => JSON.stringify(span)).sort();

function waysBetween(model: Architecture, ways: readonly Way[]): ReadonlyMap<string, readonly Way[]> {
  const alike = naiveAlike(model);
  const pairs = new Map<string, Way[]>();
  for (const way of ways) {
    const key = `${alike(way.user)} → ${alike(way.store)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), way]);
  }
  return pairs;
}

describe('spans against every way walked, on random models', () => {
  test('over all users and stores', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomRequests(numbers, false);
        const known = analyseTransport(model).spans.map(comparable);
        expect(sorted(known)).toEqual(sorted(naiveSpans(model, naiveWays(model))));
      }),
      runs,
    );
  });

  test('for each pair of alike users and alike stores', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomRequests(numbers, false);
        const known = analyseTransport(model).pairs.map(({ spans }) => sorted(spans.map(comparable)));
        const pairs = waysBetween(model, naiveWays(model));
        const naive = [...pairs.values()].map((ways) => sorted(naiveSpans(model, ways)));
        expect(known.map((one) => JSON.stringify(one)).sort()).toEqual(naive.map((one) => JSON.stringify(one)).sort());
      }),
      runs,
    );
  });

  test('on ways that may go round in circles: every hop to which a way leads, and from which one leads on', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const model = randomRequests(numbers, true);
        const known = analyseTransport(model).spans.flatMap((span) => span.hops.map(({ flow }) => flow.id));
        expect([...new Set(known)].sort()).toEqual([...naiveHops(model)].sort());
      }),
      runs,
    );
  });

  test('and the data classes of their hops', () => {
    fc.assert(
      fc.property(tapes, fc.boolean(), (numbers, circles) => {
        const model = randomRequests(numbers, circles);
        const transport = analyseTransport(model);
        const known = transport.hops.map(({ flow, carries }) => [flow.id, carries]);
        const naive = model.flows.map((flow) => {
          const classes = new Set<string>([...naiveClasses(model, flow.to), ...(flow.facts.carries ?? [])]);
          return [flow.id, dataClasses.filter((name) => classes.has(name))];
        });
        expect(known).toEqual(naive);
        for (const span of transport.spans) {
          const all = new Set<string>(span.hops.flatMap(({ carries }) => carries));
          expect(span.carries).toEqual(dataClasses.filter((name) => all.has(name)));
        }
      }),
      runs,
    );
  });
});

test('the plaintext behind an element against a search from every hop', () => {
  fc.assert(
    fc.property(tapes, fc.boolean(), (numbers, circles) => {
      const model = randomRequests(numbers, circles);
      const transport = analyseTransport(model);
      const known = model.elements.map((element) => {
        const hops = transport.plaintextSpanFrom(element)?.hops.map(({ flow }) => flow.id);
        return [element.id, hops && [...hops].sort()];
      });
      const naive = model.elements.map(({ id }) => [id, naivePlaintext(model, transport.hops, id)]);
      expect(known).toEqual(naive);
    }),
    runs,
  );
});
