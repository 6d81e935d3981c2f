// TS2820: Did you mean '"cpu"'?
import { architecture } from 'stanchion';

const site = architecture('refusal');
site.agent('collector').reports(site.monitoringService('monitoring'), { sends: ['cpus'] });
