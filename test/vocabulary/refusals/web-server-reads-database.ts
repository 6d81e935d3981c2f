// TS2345: Type '"database"' is not assignable to type '"cache" | "fileStore" | "objectStore"'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.webServer('web').reads(site.database('db'));
