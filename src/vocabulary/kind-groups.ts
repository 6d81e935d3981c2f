import type { Kind } from './kinds.js';

/**
 * The kinds by what they can do: what the traits of kinds.ts say, without their words, because the builder that runs in the
 * sandbox is kept small. A test holds that both say the same.
 */
const edges = ['loadBalancer', 'cdn', 'waf', 'apiGateway'] as const;
const gateways = ['bastion', 'vpnGateway', 'natGateway'] as const;
const operations = ['agent', 'monitoringService', 'logCollector', 'alertChannel', 'coordinator'] as const;

export const codeKinds = ['appServer', 'worker', 'scheduledJob', 'function', 'component'] as const;

/** What takes reads and writes of a program. */
export const readKinds = ['database', 'cache', 'objectStore', 'searchIndex', 'fileStore'] as const;
export const storeKinds = [...readKinds, 'queue', 'backupStore'] as const;

export const requestTakingKinds = [
  ...edges,
  'webServer',
  'appServer',
  'function',
  'objectStore',
  'component',
  'externalService',
] as const;

export const runningKinds = [
  ...edges,
  ...gateways,
  'webServer',
  ...codeKinds,
  ...storeKinds,
  ...operations,
  'secretStore',
  'identityProvider',
] as const;

export const visitedKinds = ['record', ...requestTakingKinds] as const;
export const calledKinds = [...requestTakingKinds, 'secretStore', 'identityProvider', 'record'] as const;

export const domainKinds = ['region', 'availabilityZone', 'failureDomain'] as const;

/** What is created on the site only and stands in no place. */
export const looseKinds: readonly Kind[] = ['user', 'externalService', 'dns', 'certificate', 'account'];

export const placeKinds: readonly Kind[] = ['zone', 'server'];

export function isOneOf(kinds: readonly Kind[], kind: Kind): boolean {
  return kinds.includes(kind);
}

/** How a sentence calls one of a kind where its words are not at hand: `load balancer`. */
export function spoken(kind: Kind): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
