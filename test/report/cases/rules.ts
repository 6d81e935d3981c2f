import type { Rule } from '../../../src/audit/rule.js';
import { defineRule } from '../../../src/rules-api.js';

// Rules of the tests' own: what reports look like is held apart from what the catalogue says.

const certificateRunsOut = defineRule({
  id: 'test/certificate-runs-out',
  severity: 'critical',
  summary: 'A certificate runs out.',
  impact: 'Then nobody gets in.',
  remedy: 'Renew it, and say until when it is valid: `expires`.',
  references: ['CWE-298', 'STRIDE:D'],
  messages: { soon: '{{certificate}} runs out on {{day}}.' },
  check({ model, report }) {
    for (const certificate of model.byKind.certificate) {
      const day = certificate.facts.expires ?? 'no day';
      report({ at: certificate, message: 'soon', data: { certificate, day } });
    }
  },
});

const plaintext = defineRule({
  id: 'test/plaintext',
  severity: 'high',
  summary: 'Plaintext behind the load balancer.',
  impact: 'Whoever listens there reads along.',
  remedy: 'Encrypt the hop.',
  references: ['CWE-319', 'NIST SC-8(1)'],
  messages: { plain: '{{balancer}} sends on to {{targets}} in plaintext.' },
  check({ model, transport, report }) {
    for (const balancer of model.byKind.loadBalancer) {
      const span = transport.plaintextSpanFrom(balancer);
      if (!span) continue;
      const hops = [...span.received, ...span.hops];
      report({ at: balancer, message: 'plain', data: { balancer, targets: span.targets }, evidence: hops });
    }
  },
});

const alone = defineRule({
  id: 'availability/spof-load-balancer',
  severity: 'medium',
  summary: 'It stands alone.',
  impact: 'Everything stops with it.',
  remedy: 'Put a second one beside it.',
  references: [],
  messages: { alone: '{{element}} stands alone.' },
  check({ model, faults, report }) {
    for (const element of [...model.byKind.loadBalancer, ...model.byKind.database]) {
      const point = faults.singlePointOf(element);
      if (point) report({ at: element, message: 'alone', data: { element }, evidence: { flows: point.path } });
    }
  },
});

const supported = defineRule({
  id: 'test/supported',
  severity: 'low',
  summary: 'Software without a support date.',
  impact: 'Nobody knows.',
  remedy: 'Say it.',
  references: [],
  messages: { never: '{{element}}' },
  check({ model, pass, unknown }) {
    for (const element of model.byKind.webServer) unknown(element, 'software');
    for (const zone of model.byKind.zone) pass(zone);
    for (const flow of model.flows) if (flow.verb === 'forwards') unknown(flow, 'listens');
  },
});

export const testRules: readonly Rule[] = [certificateRunsOut, plaintext, alone, supported];
