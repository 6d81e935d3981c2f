// TS2322: Type '"16 GB"' is not assignable to type '`${number} B` | `${number} GiB` | `${number} KiB` | `${number} MiB` | `${number} PiB` | `${number} TiB` | undefined'.
import { architecture } from 'stanchion';

architecture('refusal').server('server', { memory: '16 GB' });
