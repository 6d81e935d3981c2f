import {
  type Administration,
  type Architecture,
  administration,
  defineRule,
  type Edit,
  type Element,
  groupBy,
  isComplete,
  type Kind,
  kindOf,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'access/admin-no-bastion',
  severity: 'high',
  summary: 'Production is administered from outside without a bastion or a VPN in between.',
  impact:
    'The way of the administrators stands open to everybody who looks for it: each machine has a login of its own to guess ' +
    'at, and no one place where it is seen who came and what they did.',
  remedy:
    'Let administrators in through one bastion or VPN that asks who they are and keeps a log, and close the rest.',
  references: ['STRIDE:E', 'NIST AC-17(3)', 'AWS SEC06-BP03', 'CIS 12.8'],
  messages: {
    direct: 'No bastion and no VPN stands between {{users}} and {{targets}}, which they administer.',
    past: 'Past {{ways}}, {{users}} can administer {{targets}} directly.',
  },

  check({ model, network, pass, report, unknown }) {
    const ways = [...model.byKind.bastion, ...model.byKind.vpnGateway];
    const isTold = ways.length > 0 || isComplete(model, 'flows') || isComplete(model, 'firewalls');
    const direct: Administration[] = [];
    for (const one of administration(model).filter(({ target }) => standsInside(model, target))) {
      const { through = [] } = one.flow.facts;
      if (leadsThrough(model, through, doors)) pass(one.flow);
      // Nobody comes in so; that it is drawn all the same is another rule's.
      else if (network.passageReason(one.flow).passage === 'blocked') continue;
      // What it is for is not told; where there is a bastion, it is no other.
      else if (ways.length === 0 && leadsThrough(model, through, perhapsDoors)) unknown(one.flow, 'through');
      else if (isTold || through.length > 0) direct.push(one);
      else unknown(one.flow, 'through');
    }
    const byUser = groupBy(direct, ({ user }) => user);
    const keyOf = (user: Element) =>
      byUser
        .get(user)
        ?.map(({ target }) => target.id)
        .sort()
        .join();
    // Who go to the same in the same way have one fault.
    for (const users of groupBy(byUser.keys(), keyOf).values()) {
      const done = users.flatMap((user) => byUser.get(user) ?? []);
      const data = { users, targets: [...new Set(done.map(({ target }) => target))] };
      const evidence = { elements: ways, flows: done.map(({ flow }) => flow) };
      const [way, ...others] = ways;
      if (!way) report({ at: users, message: 'direct', data, evidence });
      else {
        const fix = others.length === 0 ? leading(done, way) : undefined;
        report({ at: users, message: 'past', data: { ...data, ways }, evidence, ...(fix && { fix }) });
      }
    }
  },
});

/** Through the one way in that there is; what leads through something else already may have to go through that as well. */
function leading(done: readonly Administration[], way: Element): readonly Edit[] | undefined {
  const isDirect = done.every(({ flow }) => (flow.facts.through ?? []).length === 0);
  return isDirect ? done.map(({ flow }) => ({ on: flow, set: { through: way } })) : undefined;
}

const doors: readonly Kind[] = ['bastion', 'vpnGateway'];

/** A server, or somebody else's service, can be a way in as a bastion is. */
const perhapsDoors: readonly Kind[] = ['server', 'component', 'externalService'];

function leadsThrough(model: Architecture, through: readonly string[], kinds: readonly Kind[]): boolean {
  return through.some((id) => {
    const element = model.byId.get(id);
    return element !== undefined && kinds.includes(kindOf(model, element));
  });
}

const atTheEdge: readonly Kind[] = ['bastion', 'vpnGateway', 'cdn', 'waf'];

/** A way in is entered from outside; what runs at a provider's edge is administered there. */
function standsInside(model: Architecture, target: Element): boolean {
  const kind = kindOf(model, target);
  return (traits(kind).running === true || traits(kind).place === true) && !atTheEdge.includes(kind);
}
