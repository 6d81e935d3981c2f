import type { FirewallRule, RuleEnd, SourcePosition } from '../../graph/architecture.js';
import { addressBlock } from '../address-block.js';
import { anyone } from './anyone.js';
import type { ElementInside } from './draft.js';
import { complain, quoted } from './problems.js';
import { readEntries } from './read-entries.js';
import { readPorts } from './read-ports.js';
import { readAll, readTarget, type Statement } from './targets.js';
import { told } from './told.js';

/** Adds a rule to a firewall, or to every member of a cluster of firewalls. */
export function addRule(
  guard: ElementInside,
  action: FirewallRule['action'],
  [from, to, options]: unknown[],
  at: SourcePosition | undefined,
): void {
  const { draft, element } = guard;
  const statement = { draft, at, of: `${quoted(element.name)} ${action === 'allow' ? 'allows' : 'denies'}` };
  const ports = readPorts(readEntries(options, statement).find(([name]) => name === 'ports')?.[1], statement);
  const rule = told({
    action,
    from: readAll(from, statement, (side) => readSide(side, statement)),
    to: readAll(to, statement, (side) => readSide(side, statement)).flatMap((end) =>
      ports ? end : atListeners(end, guard),
    ),
    ports,
    at,
  }) as FirewallRule;
  for (const member of guard.members ?? [guard]) member.element?.rules?.push(rule);
}

function readSide(side: unknown, statement: Statement): RuleEnd | undefined {
  if (side === anyone) return { anyone: true };
  if (typeof side !== 'string') {
    const target = readTarget(side, statement);
    return target && (told({ element: target.element.id, listener: target.listener }) as RuleEnd);
  }
  const cidr = addressBlock(side);
  if (cidr !== undefined) return { cidr };
  complain(
    statement,
    `${statement.of} ${quoted(side)}, which is no address or block of addresses.`,
    "Blocks are written as '10.0.0.0/8' or '2001:db8::/32'.",
  );
  return undefined;
}

/** Where no port is told, an element is reached at what it listens on. */
function atListeners(end: RuleEnd, { draft }: ElementInside): RuleEnd[] {
  const listeners =
    'element' in end && end.listener === undefined ? draft.elements.get(end.element)?.listeners : undefined;
  return listeners ? listeners.map(({ name }) => ({ ...end, listener: name })) : [end];
}
