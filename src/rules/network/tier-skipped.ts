import {
  type Architecture,
  defineRule,
  type Element,
  endpointsOf,
  type Flow,
  type Kind,
  type RuleContext,
  sideBySide,
  verbs,
} from '../../rules-api.js';

/** They hand requests on, or serve files, and decide nothing about data. */
const handingOn: readonly Kind[] = ['cdn', 'waf', 'apiGateway', 'loadBalancer', 'webServer'];

/** A component that says to be one of them, in words of its own. */
const roleOfOne = /\b(?:web ?server|proxy|(?:load ?)?balancer)\b/i;

/** What an application asks in the name of a user, after it has looked at who that is. */
const asked: readonly Kind[] = ['database', 'searchIndex'];

export default defineRule({
  id: 'network/tier-skipped',
  severity: 'medium',
  summary: 'Requests from outside get to a database without passing an application.',
  impact:
    'No program looks at who asks for what: whatever the database lets its one user do, everybody outside can do.',
  remedy: 'Put an application between: it checks who asks, and asks the database for what that one may see.',
  references: ['NIST AC-4', 'STRIDE:E'],
  messages: {
    one: '{{sources}} hands requests from outside straight to {{stores}}.',
    more: '{{sources}} hand requests from outside straight to {{stores}}.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const reached = handedOnIn(context);
    const faulty: Element[] = [];
    for (const source of reached) {
      if (flowsToStores(model, source).length > 0) faulty.push(source);
      else pass(source);
    }
    for (const sources of sideBySide(model, faulty)) {
      const flows = sources.flatMap((source) => flowsToStores(model, source));
      report({
        at: sources,
        message: sources.length > 1 ? 'more' : 'one',
        data: { sources, stores: [...new Set(flows.flatMap((flow) => storesBehind(model, flow)))] },
        evidence: { flows: [...new Set(flows)] },
      });
    }
    for (const element of enteredIn(context)) {
      if (element.kind !== 'component' || handsOn(element) || flowsToStores(model, element).length === 0) continue;
      if (element.facts.role === undefined) unknown(element, 'role');
      else pass(element);
    }
  },
});

function handsOn({ kind, facts }: Element): boolean {
  return handingOn.includes(kind) || (kind === 'component' && roleOfOne.test(String(facts.role ?? '')));
}

type Judge = Pick<RuleContext, 'model' | 'network'>;

function enteredIn({ network }: Judge): readonly Element[] {
  return network.entryPoints.flatMap(({ element, entries }) =>
    entries.some(({ verb }) => verbs[verb].sort === 'traffic') ? [element] : [],
  );
}

/** What requests from outside get to before any program looks at them. */
function handedOnIn(judge: Judge): ReadonlySet<Element> {
  const { model } = judge;
  const reached = new Set(enteredIn(judge).filter(handsOn));
  for (const element of reached) {
    for (const flow of flowsFrom(model, element)) {
      for (const next of behind(model, flow)) if (handsOn(next)) reached.add(next);
    }
  }
  return reached;
}

/** Its own, and those of the groups it is a member of. */
function flowsFrom(model: Architecture, element: Element): readonly Flow[] {
  const groups = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
  return [element, ...groups]
    .flatMap((one) => model.outgoing(one))
    .filter(({ verb }) => verbs[verb].sort === 'traffic');
}

function flowsToStores(model: Architecture, element: Element): readonly Flow[] {
  return flowsFrom(model, element).filter((flow) => storesBehind(model, flow).length > 0);
}

function storesBehind(model: Architecture, flow: Flow): readonly Element[] {
  return behind(model, flow).filter(({ kind }) => asked.includes(kind));
}

function behind(model: Architecture, { to }: Flow): readonly Element[] {
  const target = model.byId.get(to);
  return target ? endpointsOf(model, target) : [];
}
