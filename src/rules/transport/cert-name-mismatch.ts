import { type Architecture, defineRule, type Element, endpointsOf } from '../../rules-api.js';

export default defineRule({
  id: 'transport/cert-name-mismatch',
  severity: 'high',
  summary: 'A host name leads to a listener whose certificate is for other names.',
  impact: 'Browsers warn and refuse to go on, and people learn to click such warnings away.',
  remedy: 'Have a certificate issued that names this host.',
  references: ['CWE-297', 'STRIDE:S'],
  messages: { other: '{{host}} leads to {{target}}, whose certificate {{certificate}} is not for that name.' },

  check({ model, pass, report, unknown }) {
    for (const record of model.byKind.record) {
      const host = record.name.toLowerCase();
      if (!isHostName(host)) continue;
      for (const { target, certificate } of shownFor(model, record)) {
        const { names } = certificate.facts;
        if (names === undefined) unknown(certificate, 'names');
        else if (names.some((name) => covers(name.toLowerCase(), host))) pass(record);
        else {
          report({
            at: record,
            message: 'other',
            data: { host: record.name, target, certificate },
            evidence: { elements: [target, certificate] },
            fingerprint: [record, certificate],
          });
        }
      }
    }
  },
});

interface Shown {
  readonly target: Element;
  readonly certificate: Element;
}

/** The certificates that the listeners behind a name show, each once. */
function shownFor(model: Architecture, record: Element): readonly Shown[] {
  const shown = new Map<Element, Element>();
  const names = new Set(model.outgoing(record).map(({ listener }) => listener));
  for (const target of endpointsOf(model, record)) {
    for (const { name, tls } of target.listeners ?? []) {
      const isMeant = names.has(undefined) || names.has(name);
      const certificate = tls && tls.certificate !== undefined ? model.byId.get(tls.certificate) : undefined;
      if (isMeant && certificate && !shown.has(certificate)) shown.set(certificate, target);
    }
  }
  return [...shown].map(([certificate, target]) => ({ certificate, target }));
}

/** A wildcard stands for one label. */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1));
}

function isHostName(name: string): boolean {
  return /^[^\s.]+(\.[^\s.]+)+$/.test(name);
}
