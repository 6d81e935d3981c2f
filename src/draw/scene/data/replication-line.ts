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
    spoken: [manner.spoken, lagSentence(facts)].join(', '),
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
  readonly spoken: string;
}

export function mannerOf({ replication, degradesToAsynchronous }: ReplicationFacts): Manner {
  if (replication === undefined)
    return { long: 'sort not stated', short: 'not stated', spoken: 'synchronous or not is not stated' };
  if (replication === 'asynchronous') return { long: 'asynchronous', short: 'async', spoken: 'asynchronous' };
  if (degradesToAsynchronous !== true) return { long: 'synchronous', short: 'sync', spoken: 'synchronous' };
  return {
    long: 'sync, else async',
    short: 'sync, else async',
    spoken: 'synchronous, asynchronous where a copy is away',
  };
}

export function lagWords({ lagAlert }: ReplicationFacts): string {
  if (lagAlert === undefined) return '';
  return lagAlert === false ? 'no lag alert' : `lag alert ${lagAlert}`;
}

function lagSentence({ lagAlert }: ReplicationFacts): string {
  if (lagAlert === undefined) return 'whether somebody is told of a lag is not stated';
  return lagAlert === false ? 'nobody is told of a lag' : `somebody is told of a lag of ${lagAlert}`;
}
