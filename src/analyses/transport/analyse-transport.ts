import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import { certificateUses, validityOf } from './certificates.js';
import { hopLegs, hopsIn } from './hop.js';
import { keyHolders } from './key-holders.js';
import { plaintextSpans } from './plaintext-span.js';
import { requestGraph } from './request-graph.js';
import type { Hop, Transport } from './result.js';
import { spansIn } from './spans.js';
import { requestWays } from './ways.js';
import { zonesCrossedBy } from './zones-crossed.js';

/** The way of a request: how each flow is encrypted, where TLS ends, what travels in plaintext, who holds which key. */
export function analyseTransport(model: Architecture): Transport {
  const graph = lazily(() => requestGraph(model));
  const hopAt = lazily(() => hopsIn(graph()));
  const numbers = lazily(() => new Map(model.flows.map(({ id }, index) => [id, index])));
  const plaintext = lazily(() => plaintextSpans(graph(), hopAt()));
  const ways = lazily(() => requestWays(graph(), hopAt()));
  const spans = lazily(() => spansIn(graph(), hopAt()));
  const holders = lazily(() => keyHolders(model));
  const holdersOf = (certificate: Element) => holders().get(certificate.id) ?? none;
  const certificates = lazily(() => certificateUses(graph(), holdersOf));

  function allHops(): readonly Hop[] {
    const hops: Hop[] = [];
    for (let flow = 0; flow < model.flows.length; flow += 1) {
      const hop = hopAt()(flow);
      if (hop) hops.push(hop);
    }
    return hops;
  }

  function numberOf({ id }: Flow): number {
    const number = numbers().get(id);
    if (number === undefined) throw new RangeError(`the model has no flow ${JSON.stringify(id)}`);
    return number;
  }

  return {
    hop(flow) {
      const hop = hopAt()(numberOf(flow));
      if (!hop) throw new RangeError(`the model has no flow ${JSON.stringify(flow.id)}`);
      return hop;
    },
    get hops() {
      return allHops();
    },
    legsOf: (flow) => hopLegs(graph(), numberOf(flow)),
    zonesCrossedBy: (flow) => zonesCrossedBy(graph(), numberOf(flow)),
    plaintextSpanFrom: (element) => plaintext()(element),
    get ways() {
      return ways();
    },
    get spans() {
      return spans().all;
    },
    get pairs() {
      return spans().pairs;
    },
    holdersOf,
    get certificates() {
      return certificates();
    },
    validityOf,
  };
}

const none: readonly Element[] = [];
