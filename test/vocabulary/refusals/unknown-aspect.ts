// TS2820: Did you mean '"backups"'?
import { architecture } from 'stanchion';

architecture('refusal', { complete: ['backup'] });
