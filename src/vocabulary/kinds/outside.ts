import type { calledKinds, visitedKinds } from '../kind-groups.js';
import type { Kind } from '../kinds.js';
import type { Listens, Unnamed } from '../listeners.js';
import type { Duration } from '../units.js';
import type { DataClass, ExternalRole } from '../words.js';
import type { AnElement, CommonFacts, ElementHandle } from './element.js';
import type { FlowFacts } from './flow-facts.js';
import type { RequestCapacity } from './running.js';
import type { AnyOf, Listening, Reached } from './target.js';

export interface UserFacts extends CommonFacts {
  /** Whether these people prove themselves twice. */
  readonly secondFactor?: boolean;
}

export type VisitedKind = (typeof visitedKinds)[number];
export type CalledKind = (typeof calledKinds)[number];

export interface User extends ElementHandle<'user'> {
  visits(what: AnyOf<VisitedKind>, facts?: FlowFacts): void;
  administers(what: AnElement<Kind> | readonly AnElement<Kind>[], facts?: FlowFacts): void;
}

export interface ExternalServiceFacts<L> extends CommonFacts {
  readonly role?: ExternalRole;
  readonly provider?: string;
  /** ISO 3166 code: `'DE'`. */
  readonly country?: string;
  /** There is an agreement on the processing of personal data. */
  readonly processorAgreement?: boolean;
  readonly listens?: L;
  readonly address?: string;
  readonly publicAddress?: boolean | string;
  readonly capacity?: RequestCapacity;
  readonly holds?: readonly DataClass[];
  readonly mayHold?: readonly DataClass[];
  readonly encryptedAtRest?: boolean;
  readonly retention?: Duration;
}

/** What somebody else runs. */
export interface ExternalService<L = Unnamed>
  extends ElementHandle<'externalService', Reached<L>>,
    Listening<'externalService', L> {
  calls(what: AnyOf<CalledKind>, facts?: FlowFacts): void;
  alerts(whom: AnyOf<'alertChannel' | 'externalService'>, facts?: FlowFacts): void;
  probes(what: AnyOf<VisitedKind>, facts?: FlowFacts): void;
}

export interface OutsideKinds {
  user(name: string, facts?: UserFacts): User;
  externalService<L extends Listens | 'unspecified' = 'unspecified'>(
    name: string,
    facts?: ExternalServiceFacts<L>,
  ): ExternalService<L>;
}
