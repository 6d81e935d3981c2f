import { defineRule, type Element, type Flow, type Kind, traits, verbs } from '../../rules-api.js';

export default defineRule({
  id: 'hygiene/protocol-unknown',
  severity: 'low',
  summary: 'The model does not say which protocols its elements speak.',
  impact:
    'Nobody can tell from it what is encrypted and what a firewall has to let through: the rules that ask stay without an ' +
    'answer.',
  remedy: 'State of each target what it listens to: `listens`, with the protocol and the port.',
  references: ['CIS 3.8'],
  recommended: false,
  messages: {
    one: 'The protocol of one connection is not told: {{flows}}.',
    many: 'The protocols of {{count}} connections are not told: {{flows}}.',
  },

  check({ model, transport, pass, report }) {
    const open: Flow[] = [];
    for (const { flow, to, listener, encryption } of transport.hops) {
      // What stays on one server no wire carries and no firewall sees.
      if (!isAsked(flow, to) || encryption === 'local') continue;
      if (listener) pass(flow);
      else open.push(flow);
    }
    if (open.length === 0) return;
    const flows = [...new Set(open.map(inWords))];
    const evidence = { flows: open };
    if (open.length === 1) report({ message: 'one', data: { flows }, evidence });
    else report({ message: 'many', data: { count: open.length, flows }, evidence });

    function inWords({ from, verb, to }: Flow): string {
      const [source, target] = [from, to].map((id) => model.byId.get(id)?.name ?? id);
      return `${source} ${verbs[verb].phrase} ${target}`;
    }
  },
});

/** A name is looked up; where somebody sends figures to is told by the one who sells the monitoring. */
function isAsked({ verb }: Flow, { kind }: Element): boolean {
  const isOnTheWay = verbs[verb].sort !== 'operations' && verb !== 'resolvesTo';
  return isOnTheWay && (traits(kind).running === true || others.includes(kind));
}

const others: readonly Kind[] = ['cluster', 'record', 'externalService'];
