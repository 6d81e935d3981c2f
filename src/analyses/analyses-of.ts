import type { Architecture } from '../graph/architecture.js';
import { analyseLoad } from './capacity/analyse-load.js';
import type { Load } from './capacity/result.js';
import { analyseFaults } from './faults/analyse-faults.js';
import type { Faults } from './faults/result.js';
import { analyseNetwork } from './network/analyse-network.js';
import type { Network } from './network/result.js';
import { analyseTransport } from './transport/analyse-transport.js';
import type { Transport } from './transport/result.js';

/** The analyses of one model, each computed when first asked for. A caller that has them hands them over. */
export interface Analyses {
  readonly faults: Faults;
  readonly transport: Transport;
  readonly network: Network;
  readonly load: Load;
}

export interface LazyAnalyses extends Analyses {
  /** The failure analysis, where something asked for it. */
  readonly faultsIfAsked: Faults | undefined;
}

export function analysesOf(model: Architecture, given: Partial<Analyses> = {}): LazyAnalyses {
  let { faults, transport, network, load } = given;
  return {
    get faults() {
      faults ??= analyseFaults(model);
      return faults;
    },
    get transport() {
      transport ??= analyseTransport(model);
      return transport;
    },
    get network() {
      network ??= analyseNetwork(model);
      return network;
    },
    get load() {
      load ??= analyseLoad(model);
      return load;
    },
    get faultsIfAsked() {
      return faults;
    },
  };
}
