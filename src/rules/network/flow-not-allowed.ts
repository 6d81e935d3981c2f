import { allowedByName, defineRule, type Flow, groupBy, namer, verbs } from '../../rules-api.js';

export default defineRule({
  id: 'network/flow-not-allowed',
  severity: 'medium',
  summary: 'A firewall blocks a flow that the model needs.',
  impact: 'Either it does not work as drawn, or the firewall is not as drawn: whoever relies on the model is misled.',
  remedy: 'Allow the flow by a rule of the firewall, or take it out of the model.',
  references: ['NIST AC-4'],
  messages: {
    blocked: '{{guard}} blocks {{flows}}.',
    reply: '{{guard}} lets {{flows}} in and blocks the replies.',
    border: 'The network blocks {{flows}}.',
  },

  check({ model, network, pass, report }) {
    const nameOf = namer(model);
    const passageOf = (flow: Flow) => network.passageReason(flow).passage;
    for (const flow of model.flows) if (passageOf(flow) === 'open') pass(flow);
    const blocked = groupBy(
      model.flows.filter((flow) => passageOf(flow) === 'blocked'),
      (flow) => network.passageReason(flow).guard,
    );
    for (const [guard, flows] of blocked) {
      const named = [...new Set(flows.map((flow) => phrase(flow)))];
      if (!guard) report({ at: flows, message: 'border', data: { flows: named } });
      else {
        const isReply = flows.every((flow) => network.passageReason(flow).onReturn === true);
        const fix = isReply ? undefined : allowedByName(model, guard, flows);
        report({
          at: guard,
          message: isReply ? 'reply' : 'blocked',
          data: { guard, flows: named },
          evidence: { flows },
          ...(fix && { fix }),
        });
      }
    }

    function phrase({ from, to, verb }: Flow): string {
      const [source, target] = [from, to].map((id) => {
        const element = model.byId.get(id);
        return element ? nameOf(element) : id;
      });
      return `'${source} ${verbs[verb].phrase} ${target}'`;
    }
  },
});
