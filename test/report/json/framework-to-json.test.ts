import { Ajv2020 } from 'ajv/dist/2020.js';
import { frameworkNames } from '../../../src/audit/frameworks/framework-names.js';
import { frameworkJsonSchema } from '../../../src/report/json/framework-schema.js';
import { frameworkToJson } from '../../../src/report/json/framework-to-json.js';
import { rules } from '../../../src/rules/index.js';
import webShop from '../cases/web-shop.js';
import { auditOf } from '../support.js';

const validate = new Ajv2020({ strict: false }).compile({ ...frameworkJsonSchema(), $schema: undefined });

describe('frameworkToJson', () => {
  const audited = auditOf(webShop);

  test.each(frameworkNames)('%s is what its schema says', (name) => {
    const document = JSON.parse(frameworkToJson([audited], rules, name));
    expect(validate(document)).toBe(true);
    expect(document).toMatchObject({ format: 'stanchion-framework', version: 1, framework: name });
    expect(document.audits[0].controls.length).toBeGreaterThan(0);
  });

  test('findings carry the marks of reports and pictures', () => {
    const { audits } = JSON.parse(frameworkToJson([audited], rules, 'stride'));
    const denial = audits[0].controls.find(({ id }: { id: string }) => id === 'D');
    expect(denial).toMatchObject({ title: 'Denial of service', outcome: 'finding' });
    expect(denial.findings[0].mark).toMatch(/^[CHML]\d+$/);
  });

  test('no model is no audit', () => {
    const document = JSON.parse(frameworkToJson([], rules, 'cis'));
    expect(validate(document)).toBe(true);
    expect(document).toMatchObject({ title: 'CIS Controls v8.1', audits: [] });
  });
});
