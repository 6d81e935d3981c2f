// TS2339: Property 'writes' does not exist on type 'WebServer<Http>'.
import { architecture, http } from 'stanchion';

const site = architecture('refusal');
const web = site.webServer('web', { listens: http() });
web.writes(site.database('db'));
