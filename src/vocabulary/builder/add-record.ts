import type { FlowFacts, SourcePosition } from '../../graph/architecture.js';
import { verbEnds } from '../verb-ends.js';
import { recordTypes } from '../words.js';
import { addElement } from './add-element.js';
import { addFlows } from './connect.js';
import type { Inside } from './draft.js';
import { didYouMean } from './nearest.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';
import { type ElementInside, readTargets } from './targets.js';

/** A name of a zone, and what it points to. */
export function addRecord(
  inside: Inside,
  [type, host, target, facts]: unknown[],
  at: SourcePosition | undefined,
): Inside {
  const { draft, element: zone } = inside;
  const known = recordTypes.find((one) => one === type);
  if (known === undefined) {
    complain(draft, at, `There are no DNS records of type ${quoted(type)}.`, didYouMean(String(type), recordTypes));
  }
  const name = host === '@' || typeof host !== 'string' ? zone?.name : `${host}.${zone?.name}`;
  const targets = readTargets(target, { draft, at, statement: `${quoted(name)} points to` }).filter((one) =>
    addressable(one, name, at),
  );
  const { healthCheck, ...rest } = readFacts(facts, { draft, at, of: quoted(name) });
  const record = addElement({
    kind: 'record',
    name,
    facts: { recordType: known, ...rest },
    inside,
    at,
    segment: `${String(type)} ${String(host)}`,
    listeners: carried(targets),
  }) as ElementInside;
  addFlows(
    record,
    'resolvesTo',
    targets,
    undefined,
    healthCheck === undefined ? {} : ({ healthCheck } as FlowFacts),
    at,
  );
  return record;
}

function addressable({ draft, kind, element }: ElementInside, name: unknown, at: SourcePosition | undefined): boolean {
  if (kind !== 'site' && verbEnds.resolvesTo.to.includes(kind)) return true;
  complain(
    draft,
    at,
    `${quoted(name)} cannot point to ${quoted(element.name)}: a record points to something that runs.`,
  );
  return false;
}

/** Several targets answer alike, so that the first one's listeners stand for all. */
function carried([first]: readonly ElementInside[]): NonNullable<ElementInside['element']['listeners']> {
  const listeners = first?.element.listeners ?? [];
  return first?.listener === undefined ? listeners : listeners.filter(({ name }) => name === first.listener);
}
