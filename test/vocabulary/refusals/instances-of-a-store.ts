// TS2353: Object literal may only specify known properties, and 'instances' does not exist in type 'StoreFacts<"unspecified", "unspecified">'.
import { architecture } from 'stanchion';

architecture('refusal').database('db', { instances: 2 });
