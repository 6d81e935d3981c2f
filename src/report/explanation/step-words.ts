import type { Hop } from '../../analyses/transport/result.js';
import type { Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { encryptionOf, protocolWords } from '../document/hop-words.js';
import { few } from '../failure/journey-label.js';
import type { ExplainedModel } from './explained-model.js';
import type { Step } from './ways.js';

/** `'haproxy' balances over 'nginx': HTTP 80, plaintext, past 'firewall'`; a member of a group needs no wire. */
export function stepWords({ from, to, flow }: Step, explained: ExplainedModel): string {
  const { label } = explained.ground;
  if (!flow) return `${label(from)} has the member ${label(to)}`;
  const wire = wireWords(flow, explained);
  return `${label(from)} ${verbs[flow.verb].phrase} ${label(to)}${wire === '' ? '' : `: ${wire}`}`;
}

/** How a flow travels: protocol, encryption, where TLS ends, guards, what it carries and who proves to be whom. */
export function wireWords(flow: Flow, { analyses, ground }: ExplainedModel): string {
  const { transport, network } = analyses;
  const hop = transport.hop(flow);
  const { certificate, terminates, crossesZone, carries, authenticatedBy } = hop;
  // What a name points to says how it is reached.
  const wire =
    hop.to.kind === 'record'
      ? []
      : [
          hop.listener && protocolWords(hop.listener),
          encryptionOf(hop),
          certificate && `with the certificate ${ground.label(certificate)}`,
          terminates && isEncrypted(hop) ? `TLS ends at ${ground.label(hop.to)}` : undefined,
        ];
  const told = [
    ...wire,
    crossesZone ? 'leaves its zone' : undefined,
    guardWords(network.guardsOn(flow).map(ground.label), network.passageReason(flow), ground.label),
    carries.length === 0 ? undefined : `carries ${few(carries)} data`,
    authenticatedBy === undefined ? undefined : `proof of identity: ${authenticatedBy}`,
    flow.facts.optional ? 'can be done without' : undefined,
  ];
  return told.filter((part) => part !== undefined && part !== '').join(', ');
}

function isEncrypted({ encryption }: Hop): boolean {
  return encryption === 'tls' || encryption === 'mutual tls';
}

type Reason = ReturnType<ExplainedModel['analyses']['network']['passageReason']>;

function guardWords(
  guards: readonly string[],
  { passage, guard, onReturn }: Reason,
  label: ExplainedModel['ground']['label'],
): string | undefined {
  const past = guards.length === 0 ? undefined : `past ${few(guards)}`;
  switch (passage) {
    case 'open':
      return past;
    case 'blocked':
      return `BLOCKED${guard ? ` by ${label(guard)}` : ''}${onReturn ? ' on the way back' : ''}`;
    case 'unknown':
      return past === undefined ? undefined : `${past}, which may or may not let it through`;
  }
}
