import { architecture } from 'stanchion';

declare module 'stanchion' {
  interface CustomRules {
    'acme/no-ftp': true;
  }
}

const site = architecture('An own rule is accepted by name');
site.server('old').accepts({ rule: 'acme/no-ftp', because: 'Goes away with the old printer.', until: '2027-06-30' });

export default site;
