import { classified } from '../../../audit/questions/classified.js';
import { classesOn } from '../../../audit/questions/data-travel.js';
import { fetchedData } from '../../../audit/questions/fetched-data.js';
import { onceAModel } from '../../../audit/questions/once-a-model.js';
import type { Architecture, Flow } from '../../../graph/architecture.js';
import type { DataClass } from '../../../vocabulary/words.js';
import { joined } from '../spoken.js';
import type { Line } from '../stroke.js';
import { classWords } from './class-words.js';
import { replicationLine } from './replication-line.js';

const fetched = onceAModel(fetchedData);

/** A chip has room for so many classes. */
const mostClasses = 2;

/** What is done with data and of which class they are, instead of protocol and port. */
export function lineOfData(flow: Flow, line: Line, _listener: unknown, model: Architecture): Line {
  switch (flow.verb) {
    case 'replicates':
      return replicationLine(model, flow, line);
    case 'backsUp':
      return backupLine(model, flow, line);
    default:
      return accessLine(model, flow, line);
  }
}

const words: Readonly<Partial<Record<Flow['verb'], string>>> = {
  reads: 'reads',
  writes: 'writes',
  publishes: 'publishes',
  consumes: 'consumed',
};

function accessLine(model: Architecture, flow: Flow, line: Line): Line {
  const carried = carriedBy(model, flow);
  const classes = classWords(carried, mostClasses);
  const parts = [words[flow.verb] ?? '', classes, flow.facts.optional ? 'optional' : ''];
  return {
    ...line,
    uncounted: true,
    label: parts.filter((part) => part !== '').join(' · '),
    short: classes === '' ? undefined : classes,
    ...spokenOf(carried.length > mostClasses ? sentenceOn(carried) : ''),
  };
}

/** Public and internal data need no word on their way. */
function carriedBy(model: Architecture, flow: Flow): readonly DataClass[] {
  return classified([...classesOn(model, fetched(model), flow)]);
}

function sentenceOn(classes: readonly DataClass[]): string {
  return classes.length === 0 ? '' : `${joined(classes)} data`;
}

/** It takes part in the order of the picture: what keeps the copies stands below what is copied. */
function backupLine(model: Architecture, flow: Flow, line: Line): Line {
  const { every, restoreTested } = flow.facts;
  const interval = every === undefined ? 'backup' : `every ${every}`;
  const restore = restoreTested === undefined ? '' : restoreTested === false ? 'never restored' : 'restore tested';
  return {
    ...line,
    uncounted: true,
    sort: 'traffic',
    label: [interval, restore].filter((part) => part !== '').join(' · '),
    short: restore === '' ? undefined : interval,
    ...spokenOf(backupSentence(model, flow)),
  };
}

function backupSentence(model: Architecture, flow: Flow): string {
  const { every, keep, restoreTested, encrypted } = flow.facts;
  const parts = [
    sentenceOn(carriedBy(model, flow)),
    every === undefined ? 'how often is not stated' : '',
    keep === undefined ? '' : `kept for ${keep}`,
    encrypted === undefined ? '' : encrypted ? 'encrypted before it leaves' : 'not encrypted before it leaves',
    restoreSentence(restoreTested),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** That none was tried the label says. */
function restoreSentence(restoreTested: Flow['facts']['restoreTested']): string {
  if (restoreTested === undefined) return 'whether a restore was tried is not stated';
  return restoreTested === false ? '' : `last on ${restoreTested}`;
}

function spokenOf(spoken: string): Pick<Line, 'spoken'> {
  return spoken === '' ? {} : { spoken };
}
