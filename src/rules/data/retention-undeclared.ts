import {
  type Architecture,
  classesHeld,
  classesPassing,
  type DataClass,
  defineRule,
  type Element,
  storeGroups,
  storeKinds,
} from '../../rules-api.js';

/** What is about people. */
const classes: readonly DataClass[] = ['personal', 'payment', 'health'];

export default defineRule({
  id: 'data/retention-undeclared',
  severity: 'low',
  summary: 'Nobody has said for how long data about people, or logs, are kept.',
  impact:
    'What is never deleted can be stolen for ever, and has to be found and handed out when somebody asks; logs deleted too ' +
    'early are missing when an intrusion is looked into.',
  remedy: 'Decide for how long each store keeps what it holds, delete it then, and state it: `retention`.',
  references: ['AWS SEC07-BP04', 'NIST SI-12', 'CIS 3.4', 'ASVS 14.2.7'],
  recommended: false,
  options: { classes },
  messages: { open: 'Nobody has said for how long data are kept in {{stores}}.' },

  check({ model, options, pass, report, unknown }) {
    const open: Element[] = [];
    for (const group of storeGroups(model, storeKinds)) {
      const { primary, members, cluster } = group;
      const isTold = [...members, ...(cluster ? [cluster] : [])].some(({ facts }) => facts.retention !== undefined);
      const isAbout = (held: readonly DataClass[]) => held.some((one) => options.classes.includes(one));
      const held = classesHeld(group);
      if (held === undefined) {
        if (!isTold && isAbout(classesPassing(model, group))) unknown(primary, 'holds');
      } else if (isAbout(held)) judge(primary, isTold);
    }
    for (const service of model.byKind.externalService) {
      if (keepsLogs(model, service)) judge(service, service.facts.retention !== undefined);
    }
    if (open.length > 0) report({ at: open, message: 'open', data: { stores: open } });

    function judge(element: Element, isTold: boolean): void {
      if (isTold) pass(element);
      else open.push(element);
    }
  },
});

function keepsLogs(model: Architecture, service: Element): boolean {
  const isSent = model.incoming(service).some(({ facts }) => facts.sends?.includes('logs') === true);
  return isSent || service.facts.externalRole === 'logging';
}
