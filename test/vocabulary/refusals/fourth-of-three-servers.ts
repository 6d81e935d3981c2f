// TS2532: Object is possibly 'undefined'.
// TS2493: Tuple type '[AppServer<"unspecified">, AppServer<"unspecified">, AppServer<"unspecified">]' of length '3' has no element at index '3'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
const apps = site.servers(3, 'server', (server) => server.appServer('app'));
apps[3].calls(site.component('other'));
