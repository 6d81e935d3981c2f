import type { Audit, Finding } from '../../audit/finding.js';
import type { Element, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { type Names, namesIn } from '../document/names.js';
import { placeOf } from '../place-of.js';
import type { ReportOptions } from '../report-options.js';
import { locationOf, type Named } from './sarif-location.js';
import type { CodeFlow, Location, Result } from './sarif-log.js';

/** Readers refuse a result with many more. */
const mostElements = 100;
const mostSteps = 500;

export type TellEvidence = (
  finding: Finding,
) => Pick<Result, 'relatedLocations' | 'codeFlows'> & { readonly leftOut: number };

/** Tells what shows the findings of one model: its elements beside it, its flows as ways. */
export function evidenceTeller(audit: Audit, options: ReportOptions): TellEvidence {
  const { model } = audit;
  const names = namesIn(model);
  const elementLocation = (element: Element) =>
    locationOf(placeOf(element, audit, options), namedElement(element), names.one(element));
  const flowLocation = (flow: Flow) =>
    locationOf(placeOf(flow, audit, options), namedFlow(flow), flowWords(flow, audit, names));
  return ({ evidence, element: subject }) => {
    const elements = evidence.elements.flatMap((id) => (id === subject ? [] : (model.byId.get(id) ?? [])));
    const flows = evidence.flows.flatMap((id) => model.flowById.get(id) ?? []);
    const shown = flows.slice(0, mostSteps);
    const related = elements
      .slice(0, mostElements)
      .map((element, id): Location => ({ id, ...elementLocation(element) }));
    const codeFlows = chainsOf(shown).map((chain) => codeFlow(chain.map(flowLocation)));
    return {
      ...(related.length > 0 && { relatedLocations: related }),
      ...(codeFlows.length > 0 && { codeFlows }),
      leftOut: elements.length - related.length + flows.length - shown.length,
    };
  };
}

function codeFlow(locations: readonly Location[]): CodeFlow {
  return { threadFlows: [{ locations: locations.map((location) => ({ location })) }] };
}

/** The evidence cut where a flow does not begin where the one before it ends. */
function chainsOf(flows: readonly Flow[]): readonly (readonly Flow[])[] {
  const chains: Flow[][] = [];
  for (const flow of flows) {
    const last = chains.at(-1);
    if (last?.at(-1)?.to === flow.from) last.push(flow);
    else chains.push([flow]);
  }
  return chains;
}

function flowWords({ from, to, verb }: Flow, { model }: Audit, names: Names): string {
  const name = (id: string) => {
    const element = model.byId.get(id);
    return element ? names.one(element) : id;
  };
  return `${name(from)} ${verbs[verb].phrase} ${name(to)}`;
}

export function namedElement({ id, name, kind }: Element): Named {
  return { id, name, kind };
}

export function namedFlow({ id, verb }: Flow): Named {
  return { id, name: id, kind: verb };
}
