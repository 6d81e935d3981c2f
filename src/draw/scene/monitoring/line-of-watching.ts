import type { Architecture, Flow } from '../../../graph/architecture.js';
import type { Line } from '../stroke.js';
import { sentWords } from './sent-words.js';

/** Here watching is the matter: it takes part in the order of the picture, and says what is sent. */
export function lineOfWatching(flow: Flow, line: Line, _listener: unknown, model: Architecture): Line {
  const isWatch = flow.verb === 'reports' || flow.verb === 'watches';
  const sent = isWatch ? sentWords(model, flow) : '';
  const all = flow.facts.sends?.join(', ');
  return {
    ...line,
    sort: 'traffic',
    ...(sent !== '' && { label: sent }),
    ...(all !== undefined && all !== sent && { spoken: `sends ${all}` }),
  };
}
