import type { FirewallRule, RuleEnd, SourcePosition } from '../../graph/architecture.js';
import { isAddressBlock } from './address-block.js';
import { anyone } from './anyone.js';
import { type Inside, isObject } from './draft.js';
import { complain, quoted, thrownMessage } from './problems.js';
import { readPorts } from './read-ports.js';
import { type ElementInside, readTarget, unfold } from './targets.js';

/** Adds a rule to a firewall, or to every member of a cluster of firewalls. */
export function addRule(
  guard: ElementInside,
  action: FirewallRule['action'],
  from: unknown,
  to: unknown,
  options: unknown,
  at: SourcePosition | undefined,
): void {
  const statement = `${quoted(guard.element.name)} ${action === 'allow' ? 'allows' : 'denies'}`;
  const ends = { draft: guard.draft, at, statement };
  const ports = readPorts(portsOf(options, guard, at), ends);
  const rule: FirewallRule = {
    action,
    from: unfold(from).flatMap((side) => readSide(side, ends)),
    to: unfold(to).flatMap((side) => readSide(side, ends).flatMap((end) => (ports ? end : withListeners(end, guard)))),
    ...(ports ? { ports } : {}),
    ...(at ? { at } : {}),
  };
  if (rule.from.length === 0 || rule.to.length === 0) {
    complain(guard.draft, at, `${statement} needs somebody to come from and somebody to go to.`);
    return;
  }
  for (const member of guard.members ?? [guard as Inside]) member.element?.rules?.push(rule);
}

function portsOf(options: unknown, guard: ElementInside, at: SourcePosition | undefined): unknown {
  try {
    return isObject(options) ? (options as { ports?: unknown }).ports : undefined;
  } catch (thrown) {
    complain(guard.draft, at, `Reading the options of a rule failed: ${thrownMessage(thrown)}`);
    return undefined;
  }
}

function readSide(side: unknown, place: Parameters<typeof readTarget>[1]): RuleEnd[] {
  if (side === anyone) return [{ anyone: true }];
  if (typeof side === 'string') {
    if (isAddressBlock(side)) return [{ cidr: side }];
    complain(
      place.draft,
      place.at,
      `${place.statement} ${quoted(side)}, which is no address or block of addresses.`,
      "Blocks are written as '10.0.0.0/8' or '2001:db8::/32'.",
    );
    return [];
  }
  const inside = readTarget(side, place);
  if (!inside) return [];
  const { element, listener } = inside;
  return [{ element: element.id, ...(listener === undefined ? {} : { listener }) }];
}

/** Where no port is told, an element is reached at what it listens on. */
function withListeners(end: RuleEnd, { draft }: ElementInside): RuleEnd[] {
  if (!('element' in end) || end.listener !== undefined) return [end];
  const listeners = draft.elements.get(end.element)?.listeners ?? [];
  return listeners.length === 0 ? [end] : listeners.map(({ name }) => ({ element: end.element, listener: name }));
}
