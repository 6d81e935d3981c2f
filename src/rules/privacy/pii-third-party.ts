import { defineRule, personalDataAt } from '../../rules-api.js';

export default defineRule({
  id: 'privacy/pii-third-party',
  severity: 'medium',
  summary: 'Data about people go to an outside service without an agreement on how it processes them.',
  impact:
    'Nothing binds the service to protect them, to delete them or to tell of a breach, and whoever handed them over ' +
    'answers for it.',
  remedy: 'Conclude an agreement on processing with the service, or send it no such data.',
  references: ['STRIDE:I', 'CWE-359', 'ASVS 14.2.3'],
  messages: { sent: '{{service}} gets data of class {{classes}}, and no agreement on their processing exists.' },

  check({ model, transport, pass, report, unknown }) {
    const personalData = personalDataAt(model, transport);
    for (const service of model.byKind.externalService) {
      const data = personalData(service);
      if (!data) continue;
      const { classes, flows, untold } = data;
      const { processorAgreement } = service.facts;
      if (processorAgreement === true) pass(service);
      else if (untold.length > 0) for (const { subject, fact } of untold) unknown(subject, fact);
      else if (processorAgreement === undefined) unknown(service, 'processorAgreement');
      else report({ at: service, message: 'sent', data: { service, classes }, evidence: { flows } });
    }
  },
});
