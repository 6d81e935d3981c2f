import { backupsOf, keepsBackups } from '../../../audit/questions/backups-of.js';
import { classesPassing } from '../../../audit/questions/classes-held.js';
import { fetchedData } from '../../../audit/questions/fetched-data.js';
import { isComplete } from '../../../audit/questions/is-complete.js';
import { onceAModel } from '../../../audit/questions/once-a-model.js';
import { replicationsOf } from '../../../audit/questions/replications.js';
import type { StoreGroup } from '../../../audit/questions/store-groups.js';
import type { Architecture, Element, Flow } from '../../../graph/architecture.js';
import type { Kind } from '../../../vocabulary/kinds.js';
import type { DataClass } from '../../../vocabulary/words.js';
import { packFacts } from '../../text/pack-facts.js';
import { joined, shownName } from '../spoken.js';
import type { Told } from '../view.js';
import { classWords } from './class-words.js';
import { lagWords, mannerOf } from './replication-line.js';
import { groupOf } from './store-group-of.js';

const mostClasses = 3;
const held = onceAModel(fetchedData);

/** What is kept in a store, how well it is guarded, and how much of it may be lost. What is not stated is left to the words below the title. */
export function tellStore(element: Element, model: Architecture): Told {
  if (element.kind === 'cluster') return tellCluster(model, element);
  const group = groupOf(model, element.id);
  if (!group) return element.kind === 'externalService' ? tellService(model, element) : {};
  const kept = keptIn(model, element);
  const classes = kept.length > 0 ? kept : classesPassing(model, group);
  const atRest = encryptedAtRest(element, group);
  const { rpo, rto } = { ...group.cluster?.facts, ...withoutGaps(element) };
  const losses = [rpo && `RPO ${rpo}`, rto && `RTO ${rto}`].filter(Boolean).join(', ');
  const domain = group.members.length > 1 ? domainOf(model, element) : '';
  const isLacking = hasBackup(model, group) === false && group.primary === element;
  return {
    facts: packFacts([classWords(classes, mostClasses), atRestWords(atRest), losses, domain]),
    ...(isLacking && { pill: { sort: 'no backup', text: 'no backup' } }),
    spoken: [
      ...spokenClasses(classes, isClassified(model, group)),
      atRest === undefined ? 'Whether it is encrypted at rest is not stated' : `It is ${atRestWords(atRest)}`,
      ...(losses === '' ? [] : [losses]),
      ...(domain === '' ? [] : [`It stands in ${domain}`]),
      ...spokenBackup(model, group),
    ],
  };
}

function atRestWords(atRest: boolean | undefined): string {
  if (atRest === undefined) return '';
  return atRest ? 'encrypted at rest' : 'not encrypted at rest';
}

function withoutGaps({ facts: { rpo, rto } }: Element) {
  return { ...(rpo !== undefined && { rpo }), ...(rto !== undefined && { rto }) };
}

/** Copies are worth as much as the places they stand in are apart. */
function domainOf(model: Architecture, element: Element): string {
  const [innermost] = model.domainsOf(element);
  return innermost && innermost.kind !== 'region' ? shownName(innermost) : '';
}

/** What it holds, and what comes to it as backups, which is as sensitive as what they were made of. */
function keptIn(model: Architecture, element: Element): readonly DataClass[] {
  const backups = model.incoming(element).filter(({ verb }) => verb === 'backsUp');
  const sources = backups.flatMap(({ from }) => model.byId.get(from) ?? []);
  return [element, ...sources].flatMap((one) => [...held(model).heldBy(one)]);
}

function tellService(model: Architecture, element: Element): Told {
  const classes = keptIn(model, element);
  const atRest = atRestWords(element.facts.encryptedAtRest);
  return {
    facts: packFacts([classWords(classes, mostClasses), atRest]),
    spoken: [...spokenClasses(classes, true), ...(atRest === '' ? [] : [`It is ${atRest}`])],
  };
}

/** Members that copy one another without one that leads have no line between them. */
function tellCluster(model: Architecture, cluster: Element): Told {
  const group = groupOf(model, cluster.id);
  if (!group || group.replication.length > 0 || cluster.facts.writer !== undefined) return {};
  const said = replicationsOf(model, group)[0];
  if (said?.facts.replication === undefined) return {};
  const { short, long } = mannerOf(said.facts);
  const lag = lagWords(said.facts);
  return {
    facts: [`${short} copies`, lag],
    spoken: [`Its members copy one another: ${[long, lag].filter((part) => part !== '').join(', ')}`],
  };
}

export function isClassified(model: Architecture, { members, cluster }: StoreGroup): boolean {
  return [...members, ...(cluster ? [cluster] : [])].some(
    (one) => one.facts.holds !== undefined || model.incoming(one).some(tellsClasses),
  );
}

/** It says what it carries, or what it brings is as sensitive as where it comes from. */
function tellsClasses({ verb, facts }: Flow): boolean {
  return verb === 'backsUp' || facts.carries !== undefined;
}

function spokenClasses(classes: readonly DataClass[], isClear: boolean): readonly string[] {
  if (classes.length > 0) return [`It holds ${joined([...new Set(classes)])} data`];
  return isClear ? [] : ['Of which class its data are is not stated'];
}

/** What the group says holds for members that do not say it themselves. */
export function encryptedAtRest({ facts }: Element, { cluster }: StoreGroup): boolean | undefined {
  return facts.encryptedAtRest ?? cluster?.facts.encryptedAtRest;
}

/** Those that are asked for a backup: what lies in others can be made again, or waits only for a while. */
const backedUpKinds: ReadonlySet<Kind> = new Set(['database', 'objectStore', 'fileStore']);

/** Undefined: not stated, or not asked. */
export function hasBackup(model: Architecture, group: StoreGroup): boolean | undefined {
  if (backupsOf(model, group).length > 0) return true;
  return asksForBackup(model, group) && isComplete(model, 'backups') ? false : undefined;
}

export function asksForBackup(model: Architecture, group: StoreGroup): boolean {
  return backedUpKinds.has(group.primary.kind) && !keepsBackups(model, group);
}

function spokenBackup(model: Architecture, group: StoreGroup): readonly string[] {
  if (!asksForBackup(model, group)) return [];
  switch (hasBackup(model, group)) {
    case true:
      return [];
    case false:
      return ['It has no backup'];
    case undefined:
      return ['Whether it has a backup is not stated'];
  }
}
