import type { Architecture, Element, Failover } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { counted, dotted, firstOf, joined } from '../words.js';
import { protocolWords } from './hop-words.js';
import type { Names } from './names.js';
import type { Telling } from './telling.js';

const mostNames = 8;

/** Whether a store takes the writes or follows another that does; undefined where nothing tells. */
export function storeRole(model: Architecture, element: Element): 'primary' | 'replica' | undefined {
  if (!traits(element.kind).store) return undefined;
  if (model.outgoing(element).some(({ verb }) => verb === 'replicates')) return 'replica';
  if (model.incoming(element).some(({ verb }) => verb === 'replicates')) return 'primary';
  const writers = model.clustersOf(element).map(({ id }) => model.byId.get(id)?.facts.writer);
  const writer = writers.find((id) => id !== undefined);
  return writer === undefined ? undefined : writer === element.id ? 'primary' : 'replica';
}

/** A name and a group have the listeners of what stands behind them. */
function offersItself({ kind }: Element): boolean {
  return kind !== 'record' && kind !== 'cluster';
}

function madeOf({ name, facts }: Element): string | undefined {
  const made = facts.software ?? facts.engine ?? facts.os;
  return made?.toLowerCase() === name.toLowerCase() ? undefined : made;
}

/** What an element is, as far as the model tells: its part in the whole, its software, what it offers. */
export function roleOf(element: Element, telling: Telling): string {
  const { audit, names } = telling;
  const { facts, listeners = [] } = element;
  return dotted([
    storeRole(audit.model, element),
    facts.role ?? (facts.externalRole === 'other' ? undefined : facts.externalRole),
    facts.domainRole === 'other' ? undefined : facts.domainRole,
    madeOf(element),
    ...ofItsKind(element, telling),
    facts.provider,
    instances(element),
    offersItself(element) && listeners.length > 0 ? `listens to ${joined(listeners.map(protocolWords))}` : undefined,
    facts.holds && `holds ${joined(facts.holds)} data`,
    facts.standsIn && `stands in ${names.listIds(facts.standsIn)}`,
  ]);
}

function ofItsKind(element: Element, telling: Telling): readonly (string | undefined)[] {
  const { facts } = element;
  switch (element.kind) {
    case 'firewall':
      return guardWords(element);
    case 'cluster':
      return clusterWords(element, telling);
    case 'certificate':
      return [
        facts.names && `for ${joined(facts.names)}`,
        facts.issuer,
        facts.expires && `valid until ${facts.expires}`,
      ];
    case 'zone':
      return [
        facts.trust,
        inside(element, telling),
        typeof facts.cidr === 'string' ? facts.cidr : facts.cidr && joined(facts.cidr),
      ];
    case 'server':
      return [inside(element, telling)];
    case 'record':
      return [facts.recordType && `${facts.recordType} record`];
    default:
      return [facts.algorithm, facts.sessions && `sessions ${facts.sessions}`, facts.country];
  }
}

function inside(place: Element, { audit: { model } }: Telling): string | undefined {
  const members = model.children(place).filter(({ kind }) => kind !== 'firewall');
  return members.length === 0 ? undefined : `with ${firstOf([...new Set(members.map(({ name }) => name))], mostNames)}`;
}

const policies = { deny: 'refuses', allow: 'lets in', filtered: 'filters' };

function guardWords({ facts, rules = [] }: Element): readonly string[] {
  return [
    facts.incoming === undefined ? '' : `${policies[facts.incoming]} what no rule names`,
    rules.length === 0 ? '' : counted(rules.length, 'rule'),
    facts.appliance ? 'a box of its own' : '',
  ];
}

function clusterWords({ id, facts }: Element, { audit: { model }, names }: Telling): readonly (string | undefined)[] {
  const members = model.clusterById.get(id)?.members ?? [];
  return [
    facts.mode,
    `of ${names.listIds(members)}`,
    facts.writer && `${names.listIds([facts.writer])} takes the writes`,
    facts.failover && failoverWords(facts.failover, names),
  ];
}

function failoverWords(failover: Failover, names: Names): string {
  if (failover === 'none') return 'nothing takes over';
  if (failover === 'manual') return 'somebody takes over by hand';
  return `${names.listIds([failover.by])} has another take over${failover.within === undefined ? '' : ` within ${failover.within}`}`;
}

function instances({ facts: { instances: number } }: Element): string | undefined {
  if (number === undefined || number === 1) return undefined;
  return typeof number === 'object' ? `${number.min} to ${number.max} instances` : `${number} instances`;
}
