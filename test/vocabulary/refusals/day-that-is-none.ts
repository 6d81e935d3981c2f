// TS2322: Type '"next year"' is not assignable to type '`${number}-${number}-${number}`'.
import { architecture } from 'stanchion';

architecture('refusal').certificate('shop', { expires: 'next year' });
