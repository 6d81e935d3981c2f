import { Ajv2020 } from 'ajv/dist/2020.js';
import { architecture, http } from 'stanchion';
import { exposureJsonSchema } from '../../../src/report/json/exposure-schema.js';
import { exposureToJson } from '../../../src/report/json/exposure-to-json.js';
import guarded from '../cases/guarded.js';
import { explained } from '../explained.js';

const validate = new Ajv2020({ strict: false }).compile({ ...exposureJsonSchema(), $schema: undefined });

function exposure(site: unknown) {
  return JSON.parse(exposureToJson(explained(site)));
}

describe('exposureToJson', () => {
  const document = exposure(guarded());

  test('is what its schema says', () => {
    expect(validate(document) || validate.errors).toBe(true);
    expect(document).toMatchObject({ format: 'stanchion-exposure', version: 1, model: { name: 'Guarded' } });
  });

  test('tells packets apart from what is handed on, and who alone gets through', () => {
    expect(document.internet).toEqual([
      { element: 'edge/lb', listener: 'secure', passage: 'open', reach: 'packet' },
      {
        element: 'edge/lb',
        listener: 'admin',
        passage: 'blocked',
        guard: 'edge/outer',
        reach: 'packet',
        limitedTo: ['203.0.113.0/24'],
      },
      { element: 'inside/app', listener: '', passage: 'blocked', guard: 'inside/inner', reach: 'packet' },
      { element: 'inside/data/db', listener: '', passage: 'blocked', guard: 'inside/inner', reach: 'packet' },
      { element: 'inside/app', listener: '', passage: 'open', reach: 'relay', by: 'edge/lb balances inside/app' },
    ]);
    expect(document.zones.map(({ zone }: { zone: string }) => zone)).toEqual(['edge', 'inside', 'inside/data']);
    expect(document.zones[0].reaches[0]).toEqual({
      element: 'inside/app',
      listener: '',
      passage: 'open',
      reach: 'packet',
    });
  });

  test('tells flows that are blocked, listeners without a use, and rules to mend', () => {
    expect(document.flows.at(-1)).toEqual({
      flow: 'inside/app reads inside/data/db',
      passage: 'blocked',
      guard: 'inside/data/db/vault',
    });
    expect(document.unreachable).toEqual([
      { element: 'edge/lb', listener: 'admin', unused: true, blocked: false },
      { element: 'inside/data/db', listener: '', unused: false, blocked: true, guard: 'inside/data/db/vault' },
    ]);
    const inner = { guard: 'inside/inner', side: 'incoming' };
    expect(document.rules).toEqual([
      { guard: 'edge/outer', side: 'incoming', index: 1, anomaly: 'unneeded' },
      { ...inner, index: 0, anomaly: 'too wide', beyond: { packets: '255', sources: '255', ports: 0 } },
      { ...inner, index: 1, anomaly: 'covered', by: [0] },
      { ...inner, index: 2, anomaly: 'unneeded' },
    ]);
  });

  test('says what is undeclared, and blocks nothing for it', () => {
    const site = architecture('open question');
    const zone = site.zone('inside');
    zone.firewall('fw', { incoming: 'filtered' });
    site.zone('beside').webServer('other');
    site.user('visitor').visits(zone.webServer('web', { listens: http() }));
    const told = exposure(site);
    expect(validate(told) || validate.errors).toBe(true);
    expect(told.undeclared).toEqual([
      { guard: 'inside/fw', side: 'incoming' },
      { guard: 'inside/fw', side: 'outgoing' },
      { zone: 'beside' },
    ]);
    expect(told.flows[0]).toMatchObject({ passage: 'unknown', guard: 'inside/fw' });
    expect(told.internet).toContainEqual({ element: 'beside/other', passage: 'unknown', reach: 'packet' });
  });

  test('numbers too large for JSON are told in full', () => {
    const site = architecture('wide', { complete: ['firewalls'] });
    const zone = site.zone('inside', { cidr: '2001:db8::/64' });
    const web = zone.webServer('web', { listens: http(), address: '2001:db8::1' });
    zone.firewall('fw', { incoming: 'deny' }).allows('::/0', web);
    site.zone('near', { open: true }).appServer('caller', { address: '2001:db8:1::1' }).calls(web);
    const [rule] = exposure(site).rules;
    expect(rule.anomaly).toBe('too wide');
    expect(BigInt(rule.beyond.sources) > 2n ** 127n).toBe(true);
    expect(rule.beyond.sources).toMatch(/^\d{39}$/);
  });

  test('several models are an array, and so is none', () => {
    const both = JSON.parse(exposureToJson([...explained(guarded()), ...explained(architecture('other'))]));
    expect(both.map(({ model }: { model: { name: string } }) => model.name)).toEqual(['Guarded', 'other']);
    expect(validate(both)).toBe(true);
    expect(JSON.parse(exposureToJson([]))).toEqual([]);
  });

  test('the schema refuses what it is not', () => {
    expect(validate({ ...document, version: 2 })).toBe(false);
    expect(validate({ ...document, internet: [{ element: 'x' }] })).toBe(false);
    expect(validate({ ...document, undeclared: [{ guard: 'x' }] })).toBe(false);
  });
});
