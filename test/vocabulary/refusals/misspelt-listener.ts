// TS2551: Property 'secur' does not exist on type '{ readonly plain: Endpoint<"webServer", Http>; readonly secure: Endpoint<"webServer", Https>; }'. Did you mean 'secure'?
import { architecture, http, https } from 'stanchion';

const site = architecture('refusal');
const certificate = site.certificate('shop');
const web = site.webServer('web', { listens: { plain: http(), secure: https(certificate) } });
site.loadBalancer('lb').balances(web.at.secur);
