// TS2322: Type '"15 minutes"' is not assignable to type '`${number} day` | `${number} days` | `${number} h` | `${number} hour` | `${number} hours` | `${number} min` |
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.database('db').backsUp(site.backupStore('backups'), { every: '15 minutes' });
