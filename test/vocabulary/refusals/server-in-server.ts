// TS2339: Property 'server' does not exist on type 'Server'.
import { architecture } from 'stanchion';

architecture('refusal').server('outer').server('inner');
