// TS2820: Type '"round-robin"' is not assignable to type '"consistent hash" | "least connections" | "least response time" | "random" | "round robin" | "source hash" | "weighted least connections" | "weighted round robin" | undefined'. Did you mean '"round robin"'?
import { architecture } from 'stanchion';

architecture('refusal').loadBalancer('lb', { algorithm: 'round-robin' });
