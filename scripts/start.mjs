// `npm start`: audits the models, draws them, writes their reports and the gallery of the documentation, and says where to look.
// Findings are no failure here.
import { stanchion } from './stanchion.mjs';

const audited = stanchion('audit');
const reported = stanchion('report');
// One failure is drawn too, for the documentation; what it tells in words is told there.
const drawn = stanchion('simulate', 'models/three-zone-shop.ts', '--fail', 'zone a', '--picture', '--json');
if (audited === 2 || reported === 2 || drawn === 2) process.exit(2);
const { drawGallery } = await import('./draw-gallery.mjs');
await drawGallery();
process.stdout.write(
  '\nLook into output/: each model has a report (report.html, report.md) and its pictures (.svg).\n',
);
