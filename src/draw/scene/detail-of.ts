import type { Architecture, Element, InstanceRange } from '../../graph/architecture.js';
import { kinds } from '../../vocabulary/kinds.js';
import type { PacketPolicy } from '../../vocabulary/words.js';
import { engineName } from './engine-names.js';
import type { Stage } from './stage.js';
import { storeRole } from './store-role.js';

/**
 * The small print of a card: role, software with version, what sets it apart. `where`: its server, if names repeat;
 * `framed`: its failure domain is the frame round it.
 */
export function detailOf(stage: Stage, element: Element, where: string | undefined, framed: boolean): string {
  const { model, view } = stage;
  const peculiar = view.tell && element.kind !== 'firewall' ? undefined : peculiarity(element);
  const parts = [
    view.frames !== 'servers' || view.isTerse || framed ? undefined : domainNames(model, element),
    where,
    ...roleAndSoftware(storeRole(model, element), element, peculiar !== undefined),
    peculiar,
    instanceWords(element.facts.instances),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/**
 * What the card's name says already is not said again: of software then what it is, of a kind nothing. `isTold`: a guard's
 * policy or the end of TLS follows, and with the icon that says what it is.
 */
function roleAndSoftware(
  storeRole: string | undefined,
  element: Element,
  isTold: boolean,
): readonly (string | undefined)[] {
  const noun = shortNoun(element);
  const name = element.name.trim().toLowerCase();
  const role = storeRole && !name.includes(storeRole) ? storeRole : undefined;
  const software = softwareOf(element);
  const told = software.toLowerCase() === name ? noun : software;
  if (told !== noun) return [role, told];
  if (name === noun.toLowerCase() || isTold) return [role];
  return [[role, noun].filter(Boolean).join(' ')];
}

/** What a kind is called, as short as people call it. */
function shortNoun({ kind }: Element): string {
  return kind === 'waf' ? 'WAF' : kinds[kind].noun;
}

/** What it is made of, else what it is. */
export function softwareOf(element: Element): string {
  const { kind, facts } = element;
  if (facts.software !== undefined) return facts.software;
  if (facts.engine !== undefined) return engineName(facts.engine);
  if (kind === 'externalService') return facts.role ?? externalWords(facts.externalRole);
  if (kind === 'cluster') return facts.mode ?? 'cluster';
  return facts.role ?? facts.provider ?? shortNoun(element);
}

function externalWords(role: string | undefined): string {
  return role === undefined || role === 'other' ? 'outside service' : `${role}, outside`;
}

function peculiarity(element: Element): string | undefined {
  const { kind, facts } = element;
  if (kind === 'firewall') return policyWords(facts.incoming);
  if (kind === 'cluster') return facts.address;
  return kinds[kind].group === 'edge' && endsTls(element) ? 'ends TLS' : undefined;
}

function endsTls({ listeners = [] }: Element): boolean {
  return listeners.some(({ tls }) => typeof tls === 'object' && tls.passthrough !== true);
}

function policyWords(incoming: PacketPolicy | undefined): string | undefined {
  switch (incoming) {
    case 'deny':
      return 'denies by default';
    case 'allow':
      return 'allows by default';
    case 'filtered':
      return 'filters';
    case undefined:
      return undefined;
  }
}

function instanceWords(instances: number | InstanceRange | undefined): string | undefined {
  return typeof instances === 'object' ? `${instances.min}–${instances.max} instances` : undefined;
}

/** The failure domains that an element itself stands in, where they are no frame round it. */
export function domainNames(model: Architecture, element: Element): string {
  const domains = (element.facts.standsIn ?? []).map((id) => model.byId.get(id)?.name);
  return domains.filter((name) => name !== undefined).join(', ');
}

/** The small print of a frame. */
export function groupDetailOf({ model, view }: Stage, element: Element, framed: boolean): string {
  const parts = [
    view.frames !== 'servers' || view.isTerse || framed ? undefined : domainNames(model, element),
    ...groupFacts(element),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function groupFacts({ kind, name, facts }: Element): readonly (string | undefined)[] {
  switch (kind) {
    case 'server':
      return [facts.os];
    case 'zone':
      return [facts.trust === name ? undefined : facts.trust];
    case 'cluster':
      return [facts.mode, facts.address];
    default:
      return [facts.provider, facts.country];
  }
}
