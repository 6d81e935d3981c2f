// TS2741: Property 'because' is missing in type '{ rule: "hygiene/missing-owner"; until: "2027-01-31"; }' but required in type 'Acceptance'.
import { architecture } from 'stanchion';

architecture('refusal').accepts({ rule: 'hygiene/missing-owner', until: '2027-01-31' });
