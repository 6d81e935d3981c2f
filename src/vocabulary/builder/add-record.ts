import type { FlowFacts, SourcePosition } from '../../graph/architecture.js';
import { addElement } from './add-element.js';
import { addFlows, fitting } from './connect.js';
import type { ElementInside, Inside } from './draft.js';
import { poolOptions } from './pool.js';
import { quoted } from './problems.js';
import { readFacts } from './read-facts.js';
import { readTargets } from './targets.js';
import { told } from './told.js';

/** A name of a zone, and what it points to. */
export function addRecord(
  inside: Inside,
  [type, host, target, facts]: unknown[],
  at: SourcePosition | undefined,
): ElementInside {
  const { draft, element: zone } = inside;
  const name = host === '@' ? zone?.name : `${host}.${zone?.name}`;
  const statement = { draft, at, of: `${quoted(name)} points to` };
  const targets = fitting(readTargets(target, statement), 'resolvesTo', statement);
  const { healthCheck, ...rest } = readFacts(facts, { ...statement, of: quoted(name) });
  const record = addElement({
    kind: 'record',
    name,
    facts: { recordType: type, ...rest },
    inside,
    at,
    segment: `${type} ${host}`,
    listeners: carried(targets),
  });
  const flowFacts = told({ healthCheck }) as FlowFacts;
  addFlows(record, 'resolvesTo', targets, flowFacts, statement, poolOptions(target));
  return record;
}

/** Several targets answer alike, so that the first one's listeners stand for all. */
function carried([first]: readonly ElementInside[]): NonNullable<ElementInside['element']['listeners']> {
  const listeners = first?.element.listeners ?? [];
  return first?.listener === undefined ? listeners : listeners.filter(({ name }) => name === first.listener);
}
