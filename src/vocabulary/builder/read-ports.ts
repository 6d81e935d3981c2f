import type { FirewallRule } from '../../graph/architecture.js';
import { complain, quoted } from './problems.js';
import { readMembers } from './read-entries.js';
import type { Statement } from './targets.js';

type PortRange = NonNullable<FirewallRule['ports']>[number];

/** `443`, `'8000-8010'`, `'udp 53'`, `'any'`, or several of them; undefined where none is told. */
export function readPorts(given: unknown, statement: Statement): PortRange[] | undefined {
  if (given === undefined) return undefined;
  return (readMembers(given, statement) ?? [given]).flatMap((one) => {
    const range = readRange(one);
    if (range) return range;
    complain(
      statement,
      `${statement.of} a port that is none: ${quoted(one)}.`,
      "Ports are written as 443, '8000-8010', 'udp 53' or 'any'.",
    );
    return [];
  });
}

function readRange(told: unknown): PortRange | undefined {
  if (told === 'any') return { protocol: 'any', from: 0, to: 65_535 };
  const match = /^(?:(tcp|udp) )?(\d{1,5})(?:-(\d{1,5}))?$/.exec(isText(told) ? String(told) : '');
  if (!match) return undefined;
  const from = Number(match[2]);
  const to = Number(match[3] ?? from);
  return from >= 1 && to <= 65_535 && from <= to
    ? { protocol: match[1] === 'udp' ? 'udp' : 'tcp', from, to }
    : undefined;
}

function isText(told: unknown): boolean {
  return typeof told === 'number' || typeof told === 'string';
}
