import { wantedFacts } from '../audit/wanted-facts.js';
import type { ArchitectureFacts, ElementFacts } from '../graph/architecture.js';

/**
 * Facts that no rule waits for, since without them it does not even ask. What stands for a thing of its own is not among them: a public
 * address, an appliance or an opening that nobody states is none.
 */
const askingFacts = {
  criticality: 'State how critical the whole is: `criticality`.',
  domainRole: 'State what the failure domain is: `role`.',
  externalRole: 'State what the service is for: `role`.',
  issued: 'State since when the certificate is valid: `issued`.',
  keyHeldBy: 'State who holds the key of the certificate: `keyHeldBy`.',
  mayHold: 'State which data may come there: `mayHold`.',
  mode: 'State how the members of the cluster share the work: `mode`.',
  personalDataStaysIn: 'State in which countries personal data is to stay: `personalDataStaysIn`.',
  provider: 'State whose service it is: `provider`.',
  retention: 'State how long the data is kept: `retention`.',
  trust: 'State what the zone is for: `trust`.',
} as const satisfies Partial<Record<keyof ArchitectureFacts | keyof ElementFacts, string>>;

/** Other facts that tell the same: who states one of them left nothing out. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  availability: ['mtbf', 'mttr'],
  issuer: ['selfSigned'],
};

/** Facts of which it is missed that somebody left them out, each with the one sentence that says how to state it. */
const missedFacts: Readonly<Record<string, string>> = { ...wantedFacts, ...askingFacts };

/** The fact that a path tells: `capacity.connections` is told by `capacity`, `listeners.https.tls.hsts` by `hsts`. */
export function missedIn(path: string): string | undefined {
  return path.split('.').find((name) => Object.hasOwn(missedFacts, name));
}

export function howToState(fact: string): string | undefined {
  return missedFacts[fact];
}

/** Whether a fact is told by others that are stated. */
export function isToldOtherwise(fact: string, stated: ReadonlySet<string>): boolean {
  return (alternatives[fact] ?? []).some((other) => stated.has(other));
}
