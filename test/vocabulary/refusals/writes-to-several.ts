// TS2739: is missing the following properties from type 'SingleTarget<"cache" | "database" | "fileStore" | "objectStore" | "searchIndex">'
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.appServer('app').writes([site.database('one'), site.database('two')]);
