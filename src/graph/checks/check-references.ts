import type { Element, ElementId, Failover, Flow, RuleEnd, SourcePosition } from '../architecture.js';
import { type Checked, type JsonPath, quoted } from './report.js';

type Found = readonly [path: JsonPath, id: ElementId | undefined];

/** Whatever names an element names one that exists. */
export function checkReferences(checked: Checked): void {
  const expect = existence(checked);
  const { elements, flows, pools, clusters, journeys, waivers, views = [] } = checked.document;
  for (const [index, element] of elements.entries())
    expect(['elements', index], elementReferences(element), element.at);
  for (const [index, flow] of flows.entries()) expect(['flows', index], flowReferences(flow), flow.at);
  for (const [index, { from }] of pools.entries()) expect(['pools', index], [[['from'], from]]);
  for (const [index, { members }] of clusters.entries()) expect(['clusters', index], each(['members'], members));
  for (const [index, { from, to, at }] of journeys.entries()) {
    expect(
      ['journeys', index],
      [
        [['from'], from],
        [['to'], to],
      ],
      at,
    );
  }
  for (const [index, { include, exclude, at }] of views.entries()) {
    expect(['views', index], [...each(['include'], include), ...each(['exclude'], exclude)], at);
  }
  for (const [index, { element, at }] of waivers.entries()) expect(['waivers', index], [[['element'], element]], at);
}

function flowReferences({ from, to, facts }: Flow): Found[] {
  const ends: Found[] = [
    [['from'], from],
    [['to'], to],
  ];
  if (facts.as !== undefined) ends.push([['facts', 'as'], facts.as]);
  if (facts.failover !== undefined) ends.push(successor(facts.failover));
  if (facts.through) ends.push(...each(['facts', 'through'], facts.through));
  return ends;
}

function elementReferences({ parent, facts, listeners, rules }: Element): Found[] {
  const found: Found[] = [[['parent'], parent]];
  if (facts.writer !== undefined) found.push([['facts', 'writer'], facts.writer]);
  if (facts.keptIn !== undefined) found.push([['facts', 'keptIn'], facts.keptIn]);
  if (facts.failover !== undefined) found.push(successor(facts.failover));
  if (facts.standsIn) found.push(...each(['facts', 'standsIn'], facts.standsIn));
  if (facts.keyHeldBy) found.push(...each(['facts', 'keyHeldBy'], facts.keyHeldBy));
  listeners?.forEach(({ tls }, index) => {
    if (tls) found.push([['listeners', index, 'tls', 'certificate'], tls.certificate]);
  });
  rules?.forEach(({ from, to }, index) => {
    found.push(...ruleEnds(['rules', index, 'from'], from), ...ruleEnds(['rules', index, 'to'], to));
  });
  return found;
}

function ruleEnds(path: JsonPath, ends: readonly RuleEnd[]): Found[] {
  return ends.map((end, index): Found => [[...path, index, 'element'], 'element' in end ? end.element : undefined]);
}

function each(path: JsonPath, ids: readonly ElementId[] = []): Found[] {
  return ids.map((id, index): Found => [[...path, index], id]);
}

function successor(failover: Failover | undefined): Found {
  return [['facts', 'failover', 'by'], typeof failover === 'object' ? failover.by : undefined];
}

function existence({
  elementById,
  report,
  nearest: nearestOf,
}: Checked): (start: JsonPath, found: readonly Found[], at?: SourcePosition) => void {
  const ids = [...elementById.keys()];
  return (start, found, at) => {
    for (const [path, id] of found) {
      if (id === undefined || elementById.has(id)) continue;
      const nearest = nearestOf(id, ids);
      const hint = nearest === undefined ? undefined : `Did you mean ${quoted(nearest)}?`;
      report([...start, ...path], `there is no element ${quoted(id)}`, { hint, at });
    }
  };
}
