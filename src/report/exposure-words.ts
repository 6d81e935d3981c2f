import type {
  Excess,
  FlowPassage,
  PassageReason,
  RuleAnomaly,
  Undeclared,
  UnreachableListener,
} from '../analyses/network/result.js';
import type { Architecture, FirewallRule, Listener, RuleEnd } from '../graph/architecture.js';
import { verbs } from '../vocabulary/verbs.js';
import { protocolWords } from './document/hop-words.js';
import type { Names } from './document/names.js';
import type { ExposureRow, ExposureSummary } from './exposure-rows.js';
import { counted, firstOf, joined } from './words.js';

/** How exposure is said, in a terminal and in a report alike. */

const mostEnds = 3;

/** `The internet reaches 2 listeners, and 3 more by way of what hands requests on; of 1 nobody can tell.` */
export function verdictWords({ direct, relayed, limited, unknown, blocked }: ExposureSummary): string {
  const further = [
    relayed > 0 && `${counted(relayed, 'more', 'more')} only by what others hand on`,
    limited > 0 && `${limited} from some addresses only`,
    blocked > 0 && `${blocked} not at all`,
  ].filter((part) => part !== false);
  const reached = `Packets from anywhere on the internet reach ${direct === 0 ? 'no listener' : counted(direct, 'listener')}`;
  const told = further.length === 0 ? `${reached}.` : `${reached}; ${joined(further)}.`;
  return unknown === 0 ? told : `${told} Of ${unknown} the model does not tell whether they do.`;
}

/** `secure, HTTPS 443`. */
export function listenerWords(listener: Listener | undefined): string {
  if (!listener) return 'not told';
  return listener.name === '' ? protocolWords(listener) : `${listener.name}, ${protocolWords(listener)}`;
}

/** `open`, `open, handed on by lb`, `open, except from 192.0.2.0/24`, `only from 203.0.113.0/24`, `not known`. */
export function passageWords({ reach, senders }: ExposureRow, model: Architecture, names: Names): string {
  const passage =
    reach.passage === 'blocked'
      ? `only from ${whoWords(reach.limitedTo ?? [], model, names)}`
      : `${words[reach.passage]}${exceptWords(reach.exceptFrom)}`;
  return reach.reach === 'packet' ? passage : `${passage}, handed on by ${names.listIds(senders)}`;
}

function exceptWords(blocks: readonly string[] = []): string {
  return blocks.length === 0 ? '' : `, except from ${firstOf(blocks, mostEnds)}`;
}

const words = { open: 'open', unknown: 'not known' };

function whoWords(limitedTo: readonly string[], model: Architecture, names: Names): string {
  const blocks = limitedTo.filter((one) => !model.byId.has(one));
  const told = [firstOf(blocks, mostEnds), names.listIds(limitedTo)];
  return joined(told.filter((part) => part !== ''));
}

/** `outer, rule 2, on return`; what has no firewall tells nothing. */
function decidedWords(reason: PassageReason, names: Names): string {
  const { passage, guard, rule, onReturn } = reason;
  switch (passage) {
    case 'open':
      return '';
    case 'unknown':
      return guard ? `${names.one(guard)} does not tell` : 'a border without a firewall';
    case 'blocked': {
      if (!guard) return '';
      const by = rule === undefined ? 'no rule lets it through' : `rule ${rule + 1}`;
      return `${names.one(guard)}, ${by}${onReturn ? ', on return' : ''}`;
    }
  }
}

/** `app reads from db (MySQL 3306): vault, no rule lets it through`. */
export function blockedWords({ flow, ...reason }: FlowPassage, model: Architecture, names: Names): string {
  const what = `${names.listIds([flow.from])} ${verbs[flow.verb].phrase} ${names.listIds([flow.to])}`;
  const listener = model.listenerOf(flow);
  const decided = decidedWords(reason, names);
  return `${what}${listener ? ` (${listenerWords(listener)})` : ''}${decided === '' ? '' : `: ${decided}`}`;
}

/** `inner, rule 2 (allows lb to web): never matches: earlier rule 1 takes all its packets`. */
export function anomalyWords(one: RuleAnomaly, model: Architecture, names: Names): string {
  const rule = one.guard.rules?.[one.index];
  const told = rule ? ` (${ruleWords(rule, model, names)})` : '';
  const leaving = one.side === 'outgoing' ? ', of what leaves' : '';
  return `${names.one(one.guard)}, rule ${one.index + 1}${told}${leaving}: ${faultWords(one)}`;
}

/** `nobody needs it: no declared flow passes by it`. */
export function faultWords({ anomaly, by = [], beyond }: RuleAnomaly): string {
  const earlier = by.length === 0 ? 'earlier rules take' : earlierWords(by);
  switch (anomaly) {
    case 'shadowed':
      return `never matches: ${earlier} all its packets, and decide${by.length === 1 ? 's' : ''} some of them the other way`;
    case 'covered':
      return `never matches: ${earlier} all its packets`;
    case 'redundant':
      return 'changes nothing: without it each packet fares alike';
    case 'unneeded':
      return 'nobody needs it: no declared flow passes by it';
    case 'too wide':
      return `wider than needed${beyond ? `: it also lets through ${excessWords(beyond)}` : ''}`;
  }
}

function earlierWords(by: readonly number[]): string {
  const numbers = by.map((index) => String(index + 1));
  return by.length === 1 ? `earlier rule ${numbers[0]} takes` : `earlier rules ${firstOf(numbers, 6)} take`;
}

function excessWords({ packets, sources, ports }: Excess): string {
  const parts = [
    sources > 0n && `${sizeWords(sources)} ${sources === 1n ? 'address' : 'addresses'}`,
    ports > 0 && counted(ports, 'port'),
  ].filter((part) => part !== false);
  if (parts.length === 0) return `${sizeWords(packets)} pairs of addresses that no declared flow needs`;
  return `${joined(parts)} that no declared flow needs`;
}

/** Beyond millions nobody reads the digits. */
function sizeWords(size: bigint): string {
  const digits = String(size);
  if (digits.length <= 7) return digits;
  return `about ${digits[0]}.${digits[1]} × 10^${digits.length - 1}`;
}

/** `allows anyone to lb, port 443`. */
export function ruleWords({ action, from, to, ports }: FirewallRule, model: Architecture, names: Names): string {
  const ends = (all: readonly RuleEnd[]) =>
    firstOf(
      all.map((end) => endWords(end, model, names)),
      mostEnds,
    );
  const at = ports?.map((range) => (range.from === range.to ? `${range.from}` : `${range.from} to ${range.to}`));
  const which = at ? `, ${at.length === 1 ? 'port' : 'ports'} ${firstOf(at, mostEnds)}` : '';
  return `${action === 'allow' ? 'allows' : 'denies'} ${ends(from)} to ${ends(to)}${which}`;
}

function endWords(end: RuleEnd, model: Architecture, names: Names): string {
  if ('anyone' in end) return 'anyone';
  return 'cidr' in end ? end.cidr : nameOrBlock(end.element, model, names);
}

function nameOrBlock(text: string, model: Architecture, names: Names): string {
  const element = model.byId.get(text);
  return element ? names.one(element) : text;
}

/** What decides of a row; of what some get through to, who keeps the others out. */
export function deciderWords({ reach, guards }: ExposureRow, names: Names): string {
  if (reach.passage === 'unknown' && guards.length > 1) return `${names.list(guards)} do not tell`;
  if (!reach.limitedTo || !reach.guard) return decidedWords(reach, names);
  return `${names.one(reach.guard)} keeps others out`;
}

/** `lb (admin, HTTP 8404): no declared flow ends there`. */
export function unreachableWords(
  { element, listener, unused, blocked, guard }: UnreachableListener,
  names: Names,
): string {
  const what = `${names.one(element)} (${listenerWords(listener)})`;
  const by = guard ? `, ${names.one(guard)} stands before it` : '';
  if (!blocked) return `${what}: no declared flow ends there`;
  return unused
    ? `${what}: no declared flow ends there, and nothing could get through${by}`
    : `${what}: needed, and nothing gets through${by}`;
}

/** One sentence for each sort of what is undeclared. */
export function undeclaredWords(undeclared: readonly Undeclared[], names: Names): readonly string[] {
  const guards = (side: 'incoming' | 'outgoing') =>
    undeclared.flatMap((one) => ('guard' in one && one.side === side ? [one.guard] : []));
  const zones = undeclared.flatMap((one) => ('zone' in one ? [one.zone] : []));
  const incoming = guards('incoming');
  const outgoing = guards('outgoing');
  return [
    ...(zones.length > 0 ? [`No firewall is told at the border of ${names.list(zones)}, nor that it is open.`] : []),
    ...(incoming.length > 0 ? [`What gets in is not told of ${names.list(incoming)}.`] : []),
    ...(outgoing.length > 0 ? [`What may leave is not told of ${names.list(outgoing)}.`] : []),
  ];
}
