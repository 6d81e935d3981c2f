// TS2339: Property 'writes' does not exist on type 'WebServer<"unspecified">'.
import { architecture, each } from 'stanchion';

const site = architecture('refusal');
const stack = site.servers(3, 'server', (server) => ({ web: server.webServer('web'), app: server.appServer('app') }));
each(stack).app.writes(site.database('db'));
each(stack).web.writes(site.database('other'));
