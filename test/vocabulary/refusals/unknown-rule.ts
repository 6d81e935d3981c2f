// TS2820: Type '"transport/tls-ends-at-loadbalancer"' is not assignable to type 'RuleId'. Did you mean '"transport/tls-ends-at-load-balancer"'?
import { architecture } from 'stanchion';

architecture('refusal')
  .loadBalancer('lb')
  .accepts({ rule: 'transport/tls-ends-at-loadbalancer', because: 'The hop stays in one rack.' });
