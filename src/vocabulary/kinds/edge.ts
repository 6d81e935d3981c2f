import type { Listens, Unnamed } from '../listeners.js';
import type { Algorithm, RequestFilter } from '../words.js';
import type { RequestTakingKind } from './element.js';
import type { FlowFacts } from './flow-facts.js';
import type { Running, RunningFacts } from './running.js';
import type { AnyOf } from './target.js';

export interface LoadBalancerFacts<L> extends RunningFacts<L> {
  readonly algorithm?: Algorithm;
  readonly filters?: readonly RequestFilter[];
  /** It hands on who the client proved to be, where it ends TLS with client certificates. */
  readonly forwardsClientCertificate?: boolean;
}

export interface LoadBalancer<L = Unnamed> extends Running<'loadBalancer', L> {
  /** Spreads what comes in over any of these. */
  balances(over: AnyOf<RequestTakingKind | 'database' | 'cache' | 'queue'>, facts?: FlowFacts): void;
}

export interface FilteringFacts<L> extends RunningFacts<L> {
  readonly filters?: readonly RequestFilter[];
  /** The share of requests answered without asking further, 0 to 1. */
  readonly hitRatio?: number;
}

export interface Forwarding {
  forwards(to: AnyOf<RequestTakingKind>, facts?: FlowFacts): void;
}

export interface Cdn<L = Unnamed> extends Running<'cdn', L>, Forwarding {}
export interface Waf<L = Unnamed> extends Running<'waf', L>, Forwarding {}
export interface ApiGateway<L = Unnamed> extends Running<'apiGateway', L>, Forwarding {}
export interface Bastion<L = Unnamed> extends Running<'bastion', L> {}
export interface VpnGateway<L = Unnamed> extends Running<'vpnGateway', L> {}
export interface NatGateway<L = Unnamed> extends Running<'natGateway', L> {}

type Told = Listens | 'unspecified';

export interface EdgeKinds {
  loadBalancer<L extends Told = 'unspecified'>(name: string, facts?: LoadBalancerFacts<L>): LoadBalancer<L>;
  cdn<L extends Told = 'unspecified'>(name: string, facts?: FilteringFacts<L>): Cdn<L>;
  waf<L extends Told = 'unspecified'>(name: string, facts?: FilteringFacts<L>): Waf<L>;
  apiGateway<L extends Told = 'unspecified'>(name: string, facts?: FilteringFacts<L>): ApiGateway<L>;
  bastion<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): Bastion<L>;
  vpnGateway<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): VpnGateway<L>;
  natGateway<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): NatGateway<L>;
}
