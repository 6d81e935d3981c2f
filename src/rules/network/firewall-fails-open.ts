import {
  type Architecture,
  defineRule,
  type Edit,
  type Element,
  groupBy,
  isProduction,
  type RuleContext,
} from '../../rules-api.js';

export default defineRule({
  id: 'network/firewall-fails-open',
  severity: 'high',
  summary: 'A firewall lets everything through when it fails, and nothing else filters behind it.',
  impact:
    'Overloading or crashing the box is enough to be rid of it: from then on every port behind it is open to the internet.',
  remedy: 'Have it close when it fails, and run it as a pair, so that nothing stops when one of the two does.',
  references: ['CWE-636', 'STRIDE:E', 'NIST SC-7(18)'],
  messages: {
    one: '{{firewalls}} lets everything through to {{entries}} when it fails.',
    more: '{{firewalls}} let everything through to {{entries}} when they fail.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const { asked, entriesBehind } = relied(context);
    for (const boxes of asked) {
      const entries = [...new Set(boxes.flatMap((box) => entriesBehind.get(box) ?? []))];
      // One of a group that closes keeps nobody out: the packets take the other.
      const open = boxes.filter(({ facts }) => facts.failMode === 'open');
      const untold = boxes.filter(({ facts }) => facts.failMode === undefined);
      if (open.length > 0)
        report({
          at: open,
          message: open.length > 1 ? 'more' : 'one',
          data: { firewalls: open, entries },
          // Several have to fail first.
          ...(isRedundant(model, boxes) && { severity: 'medium' }),
          evidence: { elements: entries },
          fix: open.map((box) => closing(model, box)),
        });
      else if (untold.length > 0) for (const box of untold) unknown(box, 'failMode');
      else for (const box of boxes) pass(box);
    }
  },
});

interface Relied {
  /** Boxes alone or in a group, each of which alone keeps the internet from something that people enter. */
  readonly asked: readonly (readonly Element[])[];
  readonly entriesBehind: ReadonlyMap<Element, readonly Element[]>;
}

function relied({ model, network }: Pick<RuleContext, 'model' | 'network'>): Relied {
  const entriesBehind = new Map<Element, Element[]>();
  for (const { element, guards } of network.entryPoints) {
    const filtering = guards.filter(filters);
    const [first] = filtering;
    const isAlone = first && filtering.every((guard) => groupOf(model, guard) === groupOf(model, first));
    if (!isAlone || !isProduction(model, element)) continue;
    for (const box of filtering.filter(isBox)) {
      const known = entriesBehind.get(box);
      if (known) known.push(element);
      else entriesBehind.set(box, [element]);
    }
  }
  return { asked: [...groupBy(entriesBehind.keys(), (box) => groupOf(model, box)).values()], entriesBehind };
}

/** One that lets in whatever it does not know, and forbids nothing, filters nothing: it can fail as it likes. */
function filters(guard: Element): boolean {
  return guard.facts.incoming !== 'allow' || forbids(guard);
}

/** One that is known to keep something out. */
function isBox(guard: Element): boolean {
  return guard.facts.appliance === true && (guard.facts.incoming !== undefined || forbids(guard));
}

function forbids({ rules = [] }: Element): boolean {
  return rules.some(({ action }) => action === 'deny');
}

function groupOf(model: Architecture, guard: Element): string {
  return model.clustersOf(guard)[0]?.id ?? guard.id;
}

function isRedundant(model: Architecture, boxes: readonly Element[]): boolean {
  return boxes.length > 1 || boxes.some((box) => model.clustersOf(box).length > 0 || numberOf(box) > 1);
}

function numberOf({ facts: { instances = 1 } }: Element): number {
  return typeof instances === 'number' ? instances : instances.min;
}

/** A box that closes and is alone would stop everything. */
function closing(model: Architecture, on: Element): Edit {
  const set = isRedundant(model, [on]) ? { failMode: 'closed' } : { failMode: 'closed', instances: 2 };
  return { on, set };
}
