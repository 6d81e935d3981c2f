import {
  type Architecture,
  defineRule,
  demandGaps,
  demandInWords,
  type Element,
  type ElementLoad,
  groupBy,
  isProduction,
  moreInstances,
  rounded,
  sideBySide,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'capacity/utilisation-high',
  severity: 'medium',
  summary: 'More requests arrive than an element takes, or nearly as many.',
  impact:
    'Near its limit it answers more slowly with every request that is added, and beyond it turns them away or falls over. ' +
    'There is no room for a busy day.',
  remedy: 'Add members or instances, send less there (a cache, fewer calls), or make each take more.',
  references: ['STRIDE:D', 'AWS REL07-BP03', 'NIST CP-2(2)'],
  options: { threshold: 0.8 },
  messages: {
    one: '{{elements}} gets {{demand}} requests per second of the {{capacity}} that it takes ({{percent}} %).',
    each: '{{elements}} each get {{demand}} requests per second of the {{capacity}} that they take ({{percent}} %).',
  },

  check({ model, load, options, pass, report, unknown }) {
    const high = new Map<Element, Use>();
    const open: Element[] = [];
    for (const told of load.elements) {
      const { element, demand } = told;
      if (demand.known === 0 || !isProduction(model, element)) continue;
      const use = useOf(told);
      if (!use) {
        if (isAskedFor(model, element)) unknown(element, 'capacity');
      } else if (use.demand > use.capacity * options.threshold) high.set(element, use);
      else if (demand.isComplete) pass(element);
      else open.push(element);
    }
    for (const { subject, fact } of demandGaps(model, load, open)) unknown(subject, fact);
    for (const tier of sideBySide(model, [...high.keys()])) {
      for (const elements of groupBy(tier, (element) => JSON.stringify(inWords(high.get(element)!))).values()) {
        const use = high.get(elements[0]!)!;
        report({
          at: elements,
          message: elements.length > 1 ? 'each' : 'one',
          data: { elements, ...inWords(use) },
          severity: use.demand > use.capacity ? 'high' : 'medium',
          evidence: { flows: elements.flatMap((element) => model.incoming(element)) },
          fix: elements.flatMap((element) => moreInstances(element, use.demand / options.threshold, 0)),
        });
      }
    }
  },
});

interface Use {
  readonly demand: number;
  readonly capacity: number;
  readonly isComplete: boolean;
}

/** With all the instances that a controller may add: it adds them as requests come. */
function useOf({ demand, capacity }: ElementLoad): Use | undefined {
  return capacity && { demand: demand.known, capacity: capacity.most, isComplete: demand.isComplete };
}

/** A group takes what its members take, and says so by itself only where they do not. */
function isAskedFor(model: Architecture, element: Element): boolean {
  if (traits(element.kind).running !== true) return false;
  return !model
    .clustersOf(element)
    .some(({ id }) => model.byId.get(id)?.facts.capacity?.requestsPerSecond !== undefined);
}

function inWords({ demand, capacity, isComplete }: Use) {
  return {
    demand: demandInWords(demand, isComplete),
    capacity: rounded(capacity),
    percent: Math.round((100 * demand) / capacity),
  };
}
