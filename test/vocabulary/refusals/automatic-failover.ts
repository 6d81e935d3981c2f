// TS2322: Type '"automatic"' is not assignable to type '"manual" | "none" | AutomaticFailover | undefined'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.database('replica').replicates(site.database('original'), { failover: 'automatic' });
