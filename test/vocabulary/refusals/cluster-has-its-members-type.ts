// TS2339: Property 'balances' does not exist on type 'Database<"mysql", "unspecified">'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
const one = site.database('one', { engine: 'mysql' });
const two = site.database('two', { engine: 'mysql' });
const group = site.cluster('group', [one, two], { mode: 'active-passive', writer: one, failover: 'manual' });
group.backsUp(site.backupStore('backups'), { every: '1 day' });
group.balances(one);
