import type { Rule } from '../rules-api.js';
import spofLoadBalancer from './availability/spof-load-balancer.js';
import tlsEndsAtLoadBalancer from './transport/tls-ends-at-load-balancer.js';

/** The catalogue: every rule that comes with the program, family by family. */
export const rules: readonly Rule[] = [spofLoadBalancer, tlsEndsAtLoadBalancer];
