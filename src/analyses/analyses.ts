import type { Architecture } from '../graph/architecture.js';
import { analyseFaults, type FaultOptions } from './faults/analyse-faults.js';
import type { Faults } from './faults/result.js';
import { analyseNetwork } from './network/analyse-network.js';
import type { Network } from './network/result.js';
import { analyseTransport } from './transport/analyse-transport.js';
import type { Transport } from './transport/result.js';

/** What rules, drawings and reports stand on. Each is worked out on first use and shared from then on. */
export interface Analyses {
  readonly faults: Faults;
  readonly network: Network;
  readonly transport: Transport;
}

export interface AnalysesOptions {
  readonly faults?: FaultOptions;
}

export function createAnalyses(model: Architecture, options: AnalysesOptions = {}): Analyses {
  let faults: Faults | undefined;
  let network: Network | undefined;
  let transport: Transport | undefined;
  return {
    get faults() {
      faults ??= analyseFaults(model, options.faults);
      return faults;
    },
    get network() {
      network ??= analyseNetwork(model);
      return network;
    },
    get transport() {
      transport ??= analyseTransport(model);
      return transport;
    },
  };
}
