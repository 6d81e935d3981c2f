import { endpointsOf } from '../../analyses/network/endpoints.js';
import type { Network } from '../../analyses/network/result.js';
import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import type { RequestFilter } from '../../vocabulary/words.js';
import { isProduction } from './environment-of.js';
import { groupBy } from './group-by.js';
import { allowsEveryPort, openingTo } from './internet-openings.js';
import { onceAModel, onceAnElement } from './once-a-model.js';
import { handingOn, isFiltered, takesRequests, webEntries, withGroups } from './unfiltered-entries.js';

/** Elements that packets of the internet are known to reach directly, though something that filters stands before them. */
export interface Bypass {
  readonly elements: readonly Element[];
  readonly filters: readonly Element[];
}

type Judge = { readonly model: Architecture; readonly network: Network };
type IsFilter = (element: Element) => boolean;

/** Whether it refuses attacks by their form. */
export function refusesAttacks({ kind, facts }: Element): boolean {
  return kind === 'waf' || facts.filters?.includes('web application firewall') === true;
}

const limits: readonly RequestFilter[] = ['rate limit', 'scrubbing'];

/** Whether a flood of requests ends at it. */
export function limitsRequests({ kind, facts }: Element): boolean {
  return kind === 'cdn' || limits.some((limit) => facts.filters?.includes(limit));
}

/** Those that stand behind the same filters together. Declared ways past a filter are entries without it, and none of these. */
export function bypasses(judge: Judge, isFilter: IsFilter): readonly Bypass[] {
  const { model } = judge;
  const found = model.elements.flatMap((element) => {
    if (!isAskable(model, element, isFilter)) return [];
    const filters = filtersBefore(model, element, isFilter);
    return filters.length > 0 && isOpen(judge, element) ? [{ element, filters }] : [];
  });
  if (found.length === 0) return [];
  const declared = new Set(
    webEntries(judge, isFilter).flatMap(({ elements, unfiltered }) => [...elements, ...unfiltered]),
  );
  const past = found.filter(({ element }) => !declared.has(element));
  const together = groupBy(past, ({ filters }) => filters.map(({ id }) => id).join(' '));
  return [...together.values()].map((same) => ({
    elements: same.map(({ element }) => element),
    filters: same[0]?.filters ?? [],
  }));
}

function isAskable(model: Architecture, element: Element, isFilter: IsFilter): boolean {
  return takesRequests(element) && !isFiltered(model, element, isFilter) && isProduction(model, element);
}

/** Where every port stands open, or no firewall is there, that is the fault, and another rule's. */
function isOpen(judge: Judge, element: Element): boolean {
  return judge.network.exposureOf(element).listeners.some(({ listener, passage }) => {
    if (passage !== 'open' || !listener || !takesAnybody(listener)) return false;
    const opening = openingTo(judge, element, listener);
    return opening.cause === 'rule' && !(opening.rule && allowsEveryPort(judge.model, opening.rule));
  });
}

/** Whoever has to show a certificate is known, and what only redirects answers nothing. */
function takesAnybody({ protocol, redirects, tls }: Listener): boolean {
  const isWeb = protocol === 'http' || protocol === 'https';
  return isWeb && redirects !== true && !(tls && tls.clientCertificate === 'required');
}

/** The nearest filters on the ways by which requests are handed on to it. */
function filtersBefore(model: Architecture, element: Element, isFilter: IsFilter): readonly Element[] {
  const seen = new Set([element]);
  const filters = new Set<Element>();
  for (const one of seen) {
    for (const before of handedOnBy(model)(one)) {
      if (isFiltered(model, before, isFilter)) filters.add(before);
      else seen.add(before);
    }
  }
  return [...filters];
}

/** What hands requests on to an element, or to a group of it; several rules ask. */
const handedOnBy = onceAModel((model) =>
  onceAnElement((element) => {
    const flows = withGroups(model, element).flatMap((one) => model.incoming(one).filter(handsOn));
    const sources = flows.flatMap(({ from }) => model.byId.get(from) ?? []);
    return sources.flatMap((source) => endpointsOf(model, source)).filter(({ kind }) => handingOn.includes(kind));
  }),
);

function handsOn({ verb }: Flow): boolean {
  return verb === 'balances' || verb === 'forwards';
}
