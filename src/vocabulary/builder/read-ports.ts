import type { FirewallRule } from '../../graph/architecture.js';
import { complain, quoted } from './problems.js';
import type { Place } from './targets.js';

type PortRange = NonNullable<FirewallRule['ports']>[number];

/** `443`, `'8000-8010'`, `'udp 53'`, `'any'`, or several of them; undefined where none is told. */
export function readPorts(given: unknown, place: Place): PortRange[] | undefined {
  if (given === undefined) return undefined;
  const list: unknown[] = Array.isArray(given) ? given : [given];
  return list.flatMap((one) => {
    const range = readRange(one);
    if (range) return range;
    complain(
      place.draft,
      place.at,
      `${place.statement} on ${quoted(one)}, which is no port.`,
      "Ports are written as 443, '8000-8010', 'udp 53' or 'any'.",
    );
    return [];
  });
}

function readRange(text: unknown): PortRange | undefined {
  if (text === 'any') return { protocol: 'any', from: 1, to: 65_535 };
  const match = /^(?:(tcp|udp) )?(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(text));
  if (!match || (typeof text !== 'number' && typeof text !== 'string')) return undefined;
  const from = Number(match[2]);
  const to = Number(match[3] ?? match[2]);
  if (from < 1 || to > 65_535 || from > to) return undefined;
  return { protocol: match[1] === 'udp' ? 'udp' : 'tcp', from, to };
}
