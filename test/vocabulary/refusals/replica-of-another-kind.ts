// TS2345: Type '"cache"' is not assignable to type '"database"'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.database('db').replicates(site.cache('cache'));
