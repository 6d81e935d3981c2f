// TS2345: Type '"mysql"' is not assignable to type '"postgresql"'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
const open = site.database('open');
const original = site.database('original', { engine: 'mysql' });
const replica = site.database('replica', { engine: 'postgresql' });
replica.replicates(open);
open.replicates(original);
replica.replicates(original);
