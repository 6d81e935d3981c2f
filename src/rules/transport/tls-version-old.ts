import { alike, defineRule, type Edit, type Element, type Listener } from '../../rules-api.js';

export default defineRule({
  id: 'transport/tls-version-old',
  severity: 'high',
  summary: 'A listener still accepts TLS 1.0 or 1.1.',
  impact: 'Known attacks on these versions let somebody on the way read or change what was meant to be encrypted.',
  remedy: 'Accept TLS 1.2 and newer only.',
  references: ['CWE-326', 'STRIDE:I', 'NIST SC-13', 'ASVS 12.1.1'],
  messages: { old: '{{elements}} still accepts TLS {{version}}.', olds: '{{elements}} still accept TLS {{version}}.' },

  check({ model, pass, report, unknown }) {
    const old = new Map<Element, string>();
    for (const element of model.elements) {
      // A record and a cluster listen as what stands behind them does.
      if (element.kind === 'record' || element.kind === 'cluster') continue;
      const versions = (element.listeners ?? [])
        .filter(endsTls)
        .map(({ tls }) => (tls ? tls.minimumVersion : undefined));
      const oldest = versions.flatMap((version) => version ?? []).sort()[0];
      if (oldest !== undefined && oldest < '1.2') old.set(element, oldest);
      else if (versions.includes(undefined)) unknown(element, 'minimumVersion');
      else if (versions.length > 0) pass(element);
    }
    for (const elements of alike([...old.keys()])) {
      const version = elements.map((element) => old.get(element) ?? '').sort()[0] ?? '';
      const fix = elements.flatMap(raised);
      report({ at: elements, message: elements.length > 1 ? 'olds' : 'old', data: { elements, version }, fix });
    }
  },
});

function endsTls({ protocol, tls }: Listener): boolean {
  if (tls) return tls.passthrough !== true;
  return protocol === 'https' && tls === undefined;
}

function raised(on: Element): readonly Edit[] {
  return (on.listeners ?? [])
    .filter(({ tls }) => tls && tls.minimumVersion !== undefined && tls.minimumVersion < '1.2')
    .map(({ name: listener }) => ({ on, listener, set: { minimumVersion: '1.2' } }));
}
