import type linkUnauthenticated from './access/link-unauthenticated.js';
import type secretNoRotation from './access/secret-no-rotation.js';
import type capacityNPlusK from './availability/capacity-n-plus-k.js';
import type dnsTtlSlow from './availability/dns-ttl-slow.js';
import type failoverManual from './availability/failover-manual.js';
import type retryStorm from './capacity/retry-storm.js';
import type utilisationHigh from './capacity/utilisation-high.js';
import type encryptionAtRest from './data/encryption-at-rest.js';
import type restoreUntested from './data/restore-untested.js';
import type retentionUndeclared from './data/retention-undeclared.js';
import type colocatedRoles from './deployment/colocated-roles.js';
import type hostBlastRadius from './deployment/host-blast-radius.js';
import type noDiversity from './deployment/no-diversity.js';
import type versionEol from './deployment/version-eol.js';
import type modelStale from './hygiene/model-stale.js';
import type adminPortInternet from './network/admin-port-internet.js';
import type requiredMetricsMissing from './operations/required-metrics-missing.js';
import type certExpiry from './transport/cert-expiry.js';
import type certKeyShared from './transport/cert-key-shared.js';
import type tlsEndsAtLoadBalancer from './transport/tls-ends-at-load-balancer.js';

/** Rule → its options, as `stanchion.config.ts` may give them. */
export interface RuleOptions {
  'access/link-unauthenticated': (typeof linkUnauthenticated)['options'];
  'access/secret-no-rotation': (typeof secretNoRotation)['options'];
  'availability/capacity-n-plus-k': (typeof capacityNPlusK)['options'];
  'availability/dns-ttl-slow': (typeof dnsTtlSlow)['options'];
  'availability/failover-manual': (typeof failoverManual)['options'];
  'capacity/retry-storm': (typeof retryStorm)['options'];
  'capacity/utilisation-high': (typeof utilisationHigh)['options'];
  'data/encryption-at-rest': (typeof encryptionAtRest)['options'];
  'data/restore-untested': (typeof restoreUntested)['options'];
  'data/retention-undeclared': (typeof retentionUndeclared)['options'];
  'deployment/colocated-roles': (typeof colocatedRoles)['options'];
  'deployment/host-blast-radius': (typeof hostBlastRadius)['options'];
  'deployment/no-diversity': (typeof noDiversity)['options'];
  'deployment/version-eol': (typeof versionEol)['options'];
  'hygiene/model-stale': (typeof modelStale)['options'];
  'network/admin-port-internet': (typeof adminPortInternet)['options'];
  'operations/required-metrics-missing': (typeof requiredMetricsMissing)['options'];
  'transport/cert-expiry': (typeof certExpiry)['options'];
  'transport/cert-key-shared': (typeof certKeyShared)['options'];
  'transport/tls-ends-at-load-balancer': (typeof tlsEndsAtLoadBalancer)['options'];
}
