import { Ajv2020 } from 'ajv/dist/2020.js';
import { architecture, http, https } from 'stanchion';
import { auditJsonSchema } from '../../../src/report/json/audit-schema.js';
import { auditToJson } from '../../../src/report/json/audit-to-json.js';
import { auditOf } from '../support.js';

const validate = new Ajv2020({ strict: false }).compile({ ...auditJsonSchema(), $schema: undefined });

function shop() {
  const site = architecture('shop');
  const lb = site.loadBalancer('lb', { listens: https(site.certificate('shop')) });
  site.user('visitor').visits(lb);
  lb.balances([site.webServer('a', { listens: http() }), site.webServer('b', { listens: http() })]);
  lb.accepts({ rule: 'transport/tls-ends-at-load-balancer', because: 'next quarter', until: '2027-01-01' });
  return site;
}

describe('auditToJson', () => {
  test('is what its schema says', () => {
    const document: unknown = JSON.parse(auditToJson([auditOf(shop())]));
    expect(validate(document)).toBe(true);
    expect(document).toMatchObject({ format: 'stanchion-audit', version: 1, audits: [{ model: { name: 'shop' } }] });
  });

  test('the schema refuses what it is not', () => {
    expect(validate({ format: 'stanchion-audit', version: 2, audits: [] })).toBe(false);
    expect(validate({ format: 'stanchion-audit', version: 1, audits: [{}] })).toBe(false);
  });

  test('numbers findings as the pictures do, accepted ones behind the others', () => {
    const audited = auditOf(shop());
    const { audits } = JSON.parse(auditToJson([audited]));
    const marks = [...audits[0].findings, ...audits[0].accepted].map(({ mark }: { mark: string }) => mark.slice(1));
    expect(audited.accepted).toHaveLength(1);
    expect(marks).toEqual(marks.map((_, index) => String(index + 1)));
    expect(audits[0].accepted[0].accepted).toMatchObject({ because: 'next quarter', until: '2027-01-01' });
  });

  test('tells the remedy as edits, where there is one', () => {
    const site = architecture('shop');
    const pair = site.servers(2, 'mail', (server) => server.worker('relay'));
    site.cluster('relays', pair, { mode: 'active-passive', failover: 'none' });
    site.coordinator('witness');
    site.webServer('old', { listens: https(site.certificate('old'), { minimumVersion: '1.0' }) });
    const document = JSON.parse(auditToJson([auditOf(site)]));
    expect(validate(document)).toBe(true);
    const findings: { rule: string; fix?: unknown }[] = document.audits[0].findings;
    const fixOf = (rule: string) => findings.find((one) => one.rule === rule)?.fix;
    expect(fixOf('availability/failover-undeclared')).toEqual([
      { on: { element: 'cluster/relays' }, set: { failover: { by: { $element: 'witness' }, within: '30 s' } } },
    ]);
    expect(fixOf('transport/tls-version-old')).toEqual([
      { on: { element: 'old' }, listener: '', set: { minimumVersion: '1.2' } },
    ]);
    expect(findings.filter(({ fix }) => Array.isArray(fix) && fix.length === 0)).toEqual([]);
    document.audits[0].findings[0].fix = [{ on: { element: 'a', flow: 'b' }, set: {} }];
    expect(validate(document)).toBe(false);
  });

  test('takes no models', () => {
    expect(validate(JSON.parse(auditToJson([])))).toBe(true);
  });
});
