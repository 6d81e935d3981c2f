// TS2345: Type '"user"' is not assignable to type '"apiGateway" | "appServer" | "cache" | "cdn" | "component" | "database" | "externalService" | "function" | "loadBalancer" | "objectStore" | "queue" | "waf" | "webServer"'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.loadBalancer('lb').balances(site.user('visitor'));
