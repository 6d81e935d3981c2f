import type { Kind } from '../kinds.js';
import type { Size } from '../units.js';
import type { FailMode, PacketPolicy } from '../words.js';
import type { AnElement, CommonFacts, DomainHandle, ElementHandle } from './element.js';
import type { InstanceRange, RequestCapacity, Translation } from './running.js';

/** A guard of the site, zone, server or element that created it. */
export interface FirewallFacts extends CommonFacts {
  /** What comes in and no rule names. `filtered`: there are rules, and they are not told. */
  readonly incoming?: PacketPolicy;
  /** What goes out and no rule names. */
  readonly outgoing?: PacketPolicy;
  readonly stateful?: boolean;
  /** A box in the way that can fail, rather than a filter of the thing it guards. */
  readonly appliance?: boolean;
  /** What it does when it fails. */
  readonly failMode?: FailMode;
  /** A cluster of so many, of which one must work. */
  readonly instances?: number | InstanceRange;
  readonly standsIn?: DomainHandle | readonly DomainHandle[];
  readonly capacity?: RequestCapacity;
  readonly cpus?: number;
  readonly memory?: Size;
  readonly address?: string;
  readonly publicAddress?: boolean | string;
  readonly translates?: readonly Translation[];
}

/** Every address of both families, those inside included. */
export interface Anyone {
  readonly anyone: true;
}

/** An address or a block, of either family: `'10.0.0.0/8'`, `'2001:db8::/32'`. */
export type Cidr = `${number}.${string}` | `${string}:${string}`;

export type ElementOrAnyoneOrAddress = AnElement<Kind> | Anyone | Cidr | readonly (AnElement<Kind> | Anyone | Cidr)[];

/** A port of tcp, a range of them, the same of udp, or any protocol and port. */
export type Ports =
  | number
  | `${number}-${number}`
  | `${'tcp' | 'udp'} ${number}`
  | `${'tcp' | 'udp'} ${number}-${number}`
  | 'any';

export interface RuleOptions {
  /** Left out: the ports that `to` listens on. */
  readonly ports?: Ports | readonly Ports[];
}

export interface Firewall extends ElementHandle<'firewall'> {
  /** Rules are asked in order; the first that matches decides. */
  allows(from: ElementOrAnyoneOrAddress, to: ElementOrAnyoneOrAddress, options?: RuleOptions): void;
  denies(from: ElementOrAnyoneOrAddress, to: ElementOrAnyoneOrAddress, options?: RuleOptions): void;
}
