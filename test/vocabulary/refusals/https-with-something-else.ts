// TS2345: Type '"account"' is not assignable to type '"certificate"'.
import { architecture, https } from 'stanchion';

const site = architecture('refusal');
site.webServer('web', { listens: https(site.account('deploy')) });
