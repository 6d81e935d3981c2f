// TS2345: Type '"several listeners: name one, as in web.at.secure"' is not assignable to type '"directly"'.
import { architecture, http, https } from 'stanchion';

const site = architecture('refusal');
const lb = site.loadBalancer('lb', { listens: { plain: http(), secure: https(site.certificate('shop')) } });
const www = site.dns('foobar.com').record('A', 'www', lb);
site.user('visitor').visits(www.at.secure);
site.user('customer').visits(www);
