// TS2345: Type '"several listeners: name one, as in web.at.secure"' is not assignable to type '"directly"'.
import { architecture, http, https } from 'stanchion';

const site = architecture('refusal');
const certificate = site.certificate('shop');
const web = site.webServer('web', { listens: { plain: http(), secure: https(certificate) } });
site.loadBalancer('lb').balances(web);
