import type { Kind } from '../kinds.js';
import type { Listens, Unnamed } from '../listeners.js';
import type { Day, Duration } from '../units.js';
import type { AnElement, CommonFacts, ElementHandle } from './element.js';
import type { Running, RunningFacts } from './running.js';

export interface CertificateFacts extends CommonFacts {
  /** The host names it is good for; `*.example.org` covers one level. */
  readonly names?: readonly string[];
  readonly issued?: Day;
  readonly expires?: Day;
  readonly issuer?: string;
  readonly selfSigned?: boolean;
  /** Where the private key lies, where it is not just where the certificate is shown. */
  readonly keyHeldBy?: AnElement<Kind> | readonly AnElement<Kind>[];
}
export interface CertificateHandle extends ElementHandle<'certificate'> {}

export interface AccountFacts extends CommonFacts {
  /** What keeps its secret. */
  readonly keptIn?: AnElement<Kind>;
  readonly rotatedEvery?: Duration;
}
export interface Account extends ElementHandle<'account'> {}

export interface SecretStore<L = Unnamed> extends Running<'secretStore', L> {}
export interface IdentityProvider<L = Unnamed> extends Running<'identityProvider', L> {}

export interface TrustKinds {
  secretStore<L extends Listens | 'unspecified' = 'unspecified'>(name: string, facts?: RunningFacts<L>): SecretStore<L>;
  identityProvider<L extends Listens | 'unspecified' = 'unspecified'>(
    name: string,
    facts?: RunningFacts<L>,
  ): IdentityProvider<L>;
}
