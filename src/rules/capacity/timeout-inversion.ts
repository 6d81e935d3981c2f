import {
  defineRule,
  type Element,
  type Flow,
  groupBy,
  isProduction,
  type RuleContext,
  requestsFrom,
  requestsTo,
  seconds,
  sideBySide,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'capacity/timeout-inversion',
  severity: 'medium',
  summary: 'A caller gives up before what it calls has stopped waiting for somebody else.',
  impact:
    'When the last in the chain is slow, callers give up and ask again, while the work they gave up on still goes on: load ' +
    'grows just when there is least room for it, and a slow part becomes an outage.',
  remedy:
    'Let each caller wait longer than what it calls may wait with all its retries; make the inner timeouts short.',
  references: ['CWE-1088', 'STRIDE:D', 'AWS REL05-BP05'],
  messages: {
    inverted:
      'Requests of {{callers}} to {{callees}} end after {{timeout}}, while those from there to {{targets}} may take {{wait}}.',
  },

  check(context) {
    const { model, report } = context;
    if (!model.flows.some(tellsTimeout)) return;
    const inversions = new Map<Element, Inversion>();
    for (const callee of model.elements.filter(({ kind }) => traits(kind).running === true)) {
      const inversion = isProduction(model, callee) ? judge(context, callee) : undefined;
      if (inversion) inversions.set(callee, inversion);
    }
    for (const tier of sideBySide(model, [...inversions.keys()])) {
      for (const callees of groupBy(tier, (callee) => times(inversions.get(callee)!).join(' of ')).values()) {
        const all = callees.map((callee) => inversions.get(callee)!);
        const [timeout, wait] = times(all[0]!);
        const flows = all.flatMap(({ calls, longest }) => [...calls, longest]);
        const callers = elementsOf(all.flatMap(({ calls }) => calls.map(({ from }) => from)));
        const targets = elementsOf(all.map(({ longest: { to } }) => to));
        report({
          at: callees,
          message: 'inverted',
          data: { callers, callees, targets, timeout, wait },
          evidence: { elements: [...callers, ...targets], flows },
        });
      }
    }

    function elementsOf(ids: readonly string[]): readonly Element[] {
      return [...new Set(ids)].flatMap((id) => model.byId.get(id) ?? []);
    }
  },
});

/** Requests that end too soon, the shortest first, and the one behind them that may take longest. */
interface Inversion {
  readonly calls: readonly Flow[];
  readonly longest: Flow;
}

type Judge = Pick<RuleContext, 'model' | 'pass' | 'unknown'>;

/** Only the longest wait of what is called matters, so that many callers and many targets are no square. */
function judge({ model, pass, unknown }: Judge, callee: Element): Inversion | undefined {
  const onwards = requestsFrom(model, callee).filter(({ verb }) => verb !== 'consumes');
  if (onwards.length === 0) return undefined;
  const calls = requestsTo(model, callee);
  const [told, untold] = [calls.filter(tellsTimeout), calls.filter((flow) => !tellsTimeout(flow))];
  const waits = onwards.filter(tellsTimeout).sort((left, right) => waitOf(right) - waitOf(left));
  const ends = [...told].sort((left, right) => endOf(left) - endOf(right));
  const [longest] = waits;
  const inverted = longest ? ends.filter((flow) => endOf(flow) <= waitOf(longest)) : [];
  if (longest && inverted.length > 0) return { calls: inverted, longest };
  // How long a browser waits is nobody's choice here.
  const open = longest ? untold.filter(({ verb }) => verb !== 'visits') : [];
  for (const flow of open) unknown(flow, 'timeout');
  const ahead = ends[0] ? onwards.filter((flow) => !tellsTimeout(flow)) : [];
  for (const flow of ahead) unknown(flow, 'timeout');
  const retried = ends[0] ? waits.filter((flow) => mayMatter(flow, endOf(ends[0]!))) : [];
  for (const flow of retried) unknown(flow, 'retries');
  if (longest && ends[0] && open.length + ahead.length + retried.length === 0) pass(callee);
  return undefined;
}

function tellsTimeout({ facts }: Flow): boolean {
  return facts.timeout !== undefined;
}

function endOf({ facts: { timeout } }: Flow): number {
  return timeout === undefined ? Number.POSITIVE_INFINITY : seconds(timeout);
}

/** With every retry; none where none is told. */
function waitOf(flow: Flow): number {
  return endOf(flow) * (1 + (flow.facts.retries ?? 0));
}

/** A first retry would already take it too long. */
function mayMatter(flow: Flow, end: number): boolean {
  return flow.facts.retries === undefined && end <= 2 * endOf(flow);
}

/** When the first caller gives up, and how long the wait behind it may take. */
function times({ calls, longest: { facts } }: Inversion): readonly [string, string] {
  const { timeout = '', retries = 0 } = facts;
  return [calls[0]?.facts.timeout ?? '', retries === 0 ? timeout : `${retries + 1} times ${timeout}`];
}
