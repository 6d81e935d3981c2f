import type { Element } from '../../graph/architecture.js';
import { decide, type GuardTable } from './guard-table.js';
import { cutIntervals } from './interval-index.js';
import type { PartyClass } from './party-class.js';
import type { Passage } from './result.js';
import { protocolAt, replyPorts } from './service-axis.js';
import type { ServiceClass } from './service-class.js';
import type { Stage } from './way.js';

/** What is known of a packet's passage, with what decides it. */
export interface Verdict {
  readonly passage: Passage;
  /** The guard that blocks, or that does not tell. */
  readonly guard?: Element;
  /** The place of the rule that blocks among those of the guard; left out where the default does. */
  readonly rule?: number;
  /** A guard without memory lets the packet pass, and not the reply. */
  readonly onReturn?: true;
}

export const open: Verdict = { passage: 'open' };
const undeclared: Verdict = { passage: 'unknown' };

/** Three values: blocked where one stage blocks, else unknown where one does not tell, else open. */
export function verdictOn(
  stages: readonly Stage[],
  source: PartyClass,
  target: PartyClass,
  service: ServiceClass,
): Verdict {
  let known = open;
  for (let stage = 0; stage < stages.length; stage += 1) {
    const verdict = atStage(stages[stage]!, stage, source, target, service);
    if (verdict.passage === 'blocked') return verdict;
    if (verdict.passage === 'unknown' && known.passage === 'open') known = verdict;
  }
  return known;
}

/** Blocked before unknown before open. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find(({ passage }) => passage === 'blocked') ??
    verdicts.find(({ passage }) => passage === 'unknown') ??
    open
  );
}

/** Some service is enough. */
export function easiest(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find(({ passage }) => passage === 'open') ??
    verdicts.find(({ passage }) => passage === 'unknown') ??
    verdicts[0]!
  );
}

/** Of the ways a packet may be, all open or all blocked; else it depends on what the model does not say. */
export function agreed(verdicts: readonly Verdict[]): Verdict {
  const [first = open] = verdicts;
  if (verdicts.every(({ passage }) => passage === first.passage)) return first;
  const guard = verdicts.find(({ passage }) => passage !== 'open')?.guard;
  return { passage: 'unknown', ...(guard && { guard }) };
}

function atStage(
  { table, reply }: Stage,
  stage: number,
  source: PartyClass,
  target: PartyClass,
  { lines, position }: ServiceClass,
): Verdict {
  if (!table) return undeclared;
  const { guard } = table;
  const decision = decide(table, source.here[stage]!, target.here[stage]!, lines[stage]!);
  if (decision.passage !== 'open') return { guard, ...decision };
  if (!reply) return open;
  const back = replyTo(reply, source, target, stage, position);
  return back.passage === 'open' ? open : { guard, ...back, onReturn: true };
}

/** Replies go to any of the ports 1024 to 65535 of the asker: all of them must be let through. */
function replyTo(
  table: GuardTable,
  source: PartyClass,
  target: PartyClass,
  stage: number,
  position: number,
): Omit<Verdict, 'guard'> {
  const protocol = protocolAt(position);
  if (protocol === 'other') return open;
  const ports = cutIntervals([replyPorts(protocol)], table.services.cuts);
  return worst(
    ports.map(({ from }) => decide(table, target.back[stage]!, source.back[stage]!, table.services.at(from))),
  );
}
