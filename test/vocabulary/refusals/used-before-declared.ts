// TS2448: Block-scoped variable 'app' used before its declaration.
// TS2454: Variable 'app' is used before being assigned.
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.webServer('web').forwards(app);
const app = site.appServer('app');
