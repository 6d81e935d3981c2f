// TS2339: Property 'user' does not exist on type 'Zone'.
import { architecture } from 'stanchion';

architecture('refusal').zone('office').user('administrator');
