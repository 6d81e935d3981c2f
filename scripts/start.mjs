// `npm start`: audits the models, draws them, writes their reports, and says where to look. Findings are no failure here.
import { stanchion } from './stanchion.mjs';

const audited = stanchion('audit');
const reported = stanchion('report');
if (audited === 2 || reported === 2) process.exit(2);
process.stdout.write(
  '\nLook into output/: each model has a report (report.html, report.md) and its pictures (.svg).\n',
);
