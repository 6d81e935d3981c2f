import { replicationsOf } from '../../../audit/questions/replications.js';
import type { Architecture, Flow, ReplicationFacts } from '../../../graph/architecture.js';
import type { Line } from '../stroke.js';
import { groupOf } from './store-group-of.js';

/** How a copy follows, and whether somebody is told when it falls behind. */
export function replicationLine(model: Architecture, flow: Flow, line: Line): Line {
  const facts = factsOf(model, flow);
  const manner = mannerOf(facts);
  return {
    ...line,
    uncounted: true,
    label: [manner.long, lagWords(facts)].filter((part) => part !== '').join(' · '),
    short: manner.short,
    ...spokenBeyond(facts),
  };
}

/** Its own words, and where it has none those of the cluster that it copies within. */
function factsOf(model: Architecture, { id, from, facts }: Flow): ReplicationFacts {
  const group = groupOf(model, from);
  const said = group ? replicationsOf(model, group).find(({ on }) => on.id === id) : undefined;
  return said?.facts ?? facts;
}

interface Manner {
  readonly long: string;
  readonly short: string;
}

export function mannerOf({ replication, degradesToAsynchronous }: ReplicationFacts): Manner {
  if (replication === undefined) return { long: 'sort not stated', short: 'not stated' };
  if (replication === 'asynchronous') return { long: 'asynchronous', short: 'async' };
  if (degradesToAsynchronous !== true) return { long: 'synchronous', short: 'sync' };
  return { long: 'sync, else async', short: 'sync, else async' };
}

export function lagWords({ lagAlert }: ReplicationFacts): string {
  if (lagAlert === undefined) return '';
  return lagAlert === false ? 'no lag alert' : `lag alert ${lagAlert}`;
}

/** What the label leaves out. */
function spokenBeyond({ replication, degradesToAsynchronous, lagAlert }: ReplicationFacts): Pick<Line, 'spoken'> {
  const parts = [
    replication === 'synchronous' && degradesToAsynchronous ? 'writes do not wait for a copy that is away' : '',
    lagAlert === undefined ? 'whether somebody is told of a lag is not stated' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? {} : { spoken: parts.join(', ') };
}
