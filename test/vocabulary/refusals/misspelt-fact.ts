// TS2561: Object literal may only specify known properties, but 'listen' does not exist in type 'WebServerFacts<"unspecified">'. Did you mean to write 'listens'?
import { architecture, http } from 'stanchion';

architecture('refusal').webServer('web', { listen: http() });
