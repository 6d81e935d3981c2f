import { canFail } from '../../analyses/faults/fallible.js';
import type { Exposure } from '../../analyses/network/result.js';
import type { Finding, MissingFact } from '../../audit/finding.js';
import type { Element, Flow } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import { whyOfKind } from '../../vocabulary/why.js';
import { roleOf } from '../document/role-of.js';
import { isProvider } from '../failure/failure-ground.js';
import { playScenario, type Scenario } from '../failure/scenario.js';
import { sentence } from '../words.js';
import type { ExplainedModel } from './explained-model.js';
import { type Way, wayFromUsers, waysToStores } from './ways.js';

/** All that is known of one element. */
export interface ElementExplanation {
  readonly explained: ExplainedModel;
  readonly element: Element;
  /** What it is made of and does, as far as the model tells; empty where it does not. */
  readonly role: string;
  readonly why: string;
  /** Whether the model says why it is there, or its kind does. */
  readonly whyIsOwn: boolean;
  /** The places it stands in, from the innermost, and the failure domains. */
  readonly places: readonly Element[];
  /** What stands in it. */
  readonly inside: readonly Element[];
  /** From a user to it, or to something in it. */
  readonly wayFromUser: Way | undefined;
  readonly waysToStores: readonly Way[];
  /** Requests to it, and to groups that it is a member of. */
  readonly neededBy: readonly Flow[];
  /** Requests from it, and from such groups. */
  readonly needs: readonly Flow[];
  /** Whether it is a thing that can fail; a name or a group is none. */
  readonly canFail: boolean;
  readonly failure: Scenario;
  /** Of what listens or runs. */
  readonly exposure: Exposure | undefined;
  /** Of a certificate: what serves it. */
  readonly holders: readonly Element[];
  readonly findings: readonly Finding[];
  /** Those on what stands in it that are not on itself. */
  readonly findingsInside: readonly Finding[];
  readonly accepted: readonly Finding[];
  readonly untold: readonly MissingFact[];
}

const mostStores = 3;
const none: ReadonlySet<string> = new Set();

export function explainElement(element: Element, explained: ExplainedModel): ElementExplanation {
  const { ground, analyses, telling } = explained;
  const { model, audit } = ground;
  const own = [element.facts.description, element.facts.why].flatMap((text) =>
    text === undefined ? [] : sentence(text),
  );
  const inside = insideOf(element, explained);
  const groups = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
  const ids = new Set([element.id]);
  const insideIds = new Set(inside.map(({ id }) => id));
  const flows = [...model.incoming(element), ...model.outgoing(element)];
  const flowIds = new Set(flows.map(({ id }) => id));
  return {
    explained,
    element,
    role: isProvider(ground, element) ? '' : roleOf(element, telling),
    why: own.length > 0 ? own.join(' ') : whyOfKind[element.kind],
    whyIsOwn: own.length > 0,
    places: isProvider(ground, element) ? [] : [...new Set([...model.ancestors(element), ...model.domainsOf(element)])],
    inside,
    wayFromUser: firstWay([element, ...inside.slice(0, 20)], explained),
    waysToStores: waysToStores(model, [element, ...groups], mostStores),
    neededBy: [element, ...groups].flatMap((one) => model.incoming(one)).filter(isRequest),
    needs: [element, ...groups].flatMap((one) => model.outgoing(one)).filter(isRequest),
    canFail: canFail(element, 0),
    failure: playScenario(ground, [element.id]),
    exposure: traits(element.kind).running ? analyses.network.exposureOf(element) : undefined,
    holders: element.kind === 'certificate' ? analyses.transport.holdersOf(element) : [],
    findings: audit.findings.filter((finding) => isAbout(finding, ids, flowIds)),
    findingsInside: audit.findings.filter(
      (finding) => isAbout(finding, insideIds, none) && !isAbout(finding, ids, flowIds),
    ),
    accepted: audit.accepted.filter((finding) => isAbout(finding, ids, flowIds)),
    untold: audit.missing.filter(
      (missing) => missing.elements.includes(element.id) || missing.flows.some((id) => flowIds.has(id)),
    ),
  };
}

function insideOf(element: Element, { ground }: ExplainedModel): readonly Element[] {
  const { model } = ground;
  if (isProvider(ground, element)) return model.elements.filter(({ facts }) => facts.provider === element.name);
  if (traits(element.kind).domain) {
    return model.elements.filter((one) => one !== element && model.domainsOf(one).includes(element));
  }
  const found = [...model.children(element)];
  for (const place of found) found.push(...model.children(place));
  return found;
}

function firstWay(candidates: readonly Element[], { ground }: ExplainedModel): Way | undefined {
  for (const candidate of candidates) {
    const way = wayFromUsers(ground.model, candidate);
    if (way) return way;
  }
  return undefined;
}

function isRequest({ verb }: Flow): boolean {
  return verbs[verb].sort === 'traffic';
}

function isAbout(
  { element, flow, subjects = [] }: Finding,
  ids: ReadonlySet<string>,
  flowIds: ReadonlySet<string>,
): boolean {
  if (element !== undefined && ids.has(element)) return true;
  return subjects.some((id) => ids.has(id)) || (flow !== undefined && flowIds.has(flow));
}
