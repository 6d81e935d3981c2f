import { takesLogs } from '../../../audit/questions/monitoring.js';
import type { Architecture, Flow } from '../../../graph/architecture.js';
import { metrics as singleMetrics, type Telemetry } from '../../../vocabulary/words.js';

const single: ReadonlySet<Telemetry> = new Set(singleMetrics);
const mostSingle = 2;

/** `metrics, logs`: single metrics are named only where not all are sent. Empty where it is not told. */
export function sentWords(model: Architecture, flow: Flow): string {
  const { sends } = flow.facts;
  if (sends === undefined) return flow.verb === 'reports' && takesLogs(model, flow) ? 'logs' : '';
  const sorts = sends.filter((sent) => !single.has(sent));
  const named = sends.includes('metrics') ? [] : sends.filter((sent) => single.has(sent));
  const more = named.length > mostSingle ? [`+${named.length - mostSingle}`] : [];
  return [...sorts, ...named.slice(0, mostSingle), ...more].join(', ');
}
