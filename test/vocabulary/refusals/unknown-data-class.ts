// TS2820: Type '"personel"' is not assignable to type '"confidential" | "credentials" | "health" | "internal" | "payment" | "personal" | "public"'. Did you mean '"personal"'?
import { architecture } from 'stanchion';

architecture('refusal').database('db', { holds: ['personel'] });
