// TS2345: Argument of type '"internet"' is not assignable to parameter of type 'ElementOrAnyoneOrAddress'.
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.firewall('firewall').allows('internet', site.server('server'));
