// TS2322: Type '"several listeners: name one, as in web.at.secure"' is not assignable to type '"directly"'.
import { architecture, each, http, https } from 'stanchion';

const site = architecture('refusal');
const certificate = site.certificate('shop');
const webs = site.servers(2, 'server', (server) =>
  server.webServer('web', { listens: { plain: http(), secure: https(certificate) } }),
);
const lb = site.loadBalancer('lb');
lb.balances([...webs]);
lb.balances(each(webs).at.plain);
