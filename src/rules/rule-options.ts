import type colocatedRoles from './deployment/colocated-roles.js';
import type noDiversity from './deployment/no-diversity.js';
import type requiredMetricsMissing from './operations/required-metrics-missing.js';
import type certExpiry from './transport/cert-expiry.js';
import type certKeyShared from './transport/cert-key-shared.js';
import type tlsEndsAtLoadBalancer from './transport/tls-ends-at-load-balancer.js';

/** Rule → its options, as `stanchion.config.ts` may give them. */
export interface RuleOptions {
  'deployment/colocated-roles': (typeof colocatedRoles)['options'];
  'deployment/no-diversity': (typeof noDiversity)['options'];
  'operations/required-metrics-missing': (typeof requiredMetricsMissing)['options'];
  'transport/cert-expiry': (typeof certExpiry)['options'];
  'transport/cert-key-shared': (typeof certKeyShared)['options'];
  'transport/tls-ends-at-load-balancer': (typeof tlsEndsAtLoadBalancer)['options'];
}
