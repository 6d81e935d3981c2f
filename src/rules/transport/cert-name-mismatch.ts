import {
  type Architecture,
  defineRule,
  type Element,
  endpointsOf,
  type ServedName,
  type Transport,
} from '../../rules-api.js';

export default defineRule({
  id: 'transport/cert-name-mismatch',
  severity: 'high',
  summary: 'A host name leads to a listener whose certificate is for other names.',
  impact: 'Browsers warn and refuse to go on, and people learn to click such warnings away.',
  remedy: 'Have a certificate issued that names this host.',
  references: ['CWE-297', 'STRIDE:S'],
  messages: { other: '{{host}} leads to {{target}}, whose certificate {{certificate}} is not for that name.' },

  check({ model, transport, pass, report, unknown }) {
    const covered = coverage(transport);
    for (const record of model.byKind.record) {
      for (const { target, certificate } of shownFor(model, record)) {
        const served = covered.get(keyOf(record, certificate));
        if (!served) continue;
        if (served.covered === undefined) unknown(certificate, 'names');
        else if (served.covered) pass(record);
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

/** Whether a certificate is for a host name that leads to it; what is no host name has no entry. */
function coverage({ certificates }: Transport): ReadonlyMap<string, Pick<ServedName, 'covered'>> {
  return new Map(
    certificates.flatMap(({ certificate, hostNames }) =>
      hostNames.map((served) => [keyOf(served.record, certificate), served] as const),
    ),
  );
}

function keyOf(record: Element, certificate: Element): string {
  return JSON.stringify([record.id, certificate.id]);
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
