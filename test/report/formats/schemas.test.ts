import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { architecture } from 'stanchion';
import { validateXML } from 'xmllint-wasm';
import type { Audit } from '../../../src/audit/finding.js';
import { auditToJunit } from '../../../src/report/junit/audit-to-junit.js';
import type { ReportOptions } from '../../../src/report/report-options.js';
import { auditToSarif } from '../../../src/report/sarif/audit-to-sarif.js';
import webShop from '../cases/web-shop.js';
import { auditOf } from '../support.js';
import { audited, hostile, optionsWith } from './options.js';

// The official schemas belong to others and are not in this repository.
const folder = process.env.STANCHION_SCHEMAS ?? '';
const files = ['sarif-schema-2.1.0.json', 'junit.xsd', 'junit-10-jenkins.xsd'];
const hasSchemas = folder !== '' && files.every((file) => existsSync(join(folder, file)));
const described = hasSchemas ? describe : describe.skip;
const where = hasSchemas
  ? 'the official schemas'
  : 'the official schemas: STANCHION_SCHEMAS names no folder that has them';

const shop = auditOf(webShop);
const problems = [
  { file: 'broken & <torn>.ts', line: 3, column: 7, message: "Nothing is called 'lb'.", hint: "Did you mean 'lbs'?" },
  { message: 'The audit broke off.' },
];
const refusing = (text: string) => ({
  passes: false,
  sentence: `The gate refuses this change: ${text}`,
  problems: [],
  refused: [{ audit: shop, statements: [{ tag: 'waiver', text }] }],
  hints: [],
  notes: [text],
});
const cases: readonly (readonly [string, readonly Audit[], Partial<ReportOptions>])[] = [
  ['a model', [shop], {}],
  ['several models', [shop, auditOf(architecture('Nothing yet')), shop], {}],
  ['none', [], {}],
  ['what was not audited', [shop], { problems }],
  ['findings of the baseline', [{ ...shop, findings: [], baselined: shop.findings }], {}],
  ['no pages and no files', [shop], { pageOf: () => undefined, fileOf: () => undefined }],
  [
    'a comparison',
    [shop],
    { comparisonOf: () => ({ fresh: new Set(shop.findings.slice(1)), absent: shop.findings.slice(0, 2), base: shop }) },
  ],
  ['what the gate refuses', [shop], { gate: refusing('a change & <more>') }],
  ['what the gate lets pass', [shop], { gate: { ...refusing(''), passes: true, refused: [] } }],
  ...hostile.map((text): readonly [string, readonly Audit[], Partial<ReportOptions>] => [
    `${JSON.stringify(text)} in what the gate refuses`,
    [shop],
    { gate: refusing(text) },
  ]),
  ...hostile.map((text): readonly [string, readonly Audit[], Partial<ReportOptions>] => [
    JSON.stringify(text),
    [audited(shop, { text, file: text })],
    {},
  ]),
];

described(where, () => {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  let known: ValidateFunction | undefined;
  function sarifValidator(): ValidateFunction {
    if (known) return known;
    const { id, $schema, ...schema } = JSON.parse(read('sarif-schema-2.1.0.json'));
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addFormat('uri', (uri) => URL.canParse(uri));
    ajv.addFormat('uri-reference', (uri) => !/[\s<>"{}|\\^`]/.test(uri) && URL.canParse(uri, 'https://example.org/'));
    ajv.addFormat('date-time', (date) => !Number.isNaN(Date.parse(date)));
    const validate = ajv.compile(schema);
    known = validate;
    return validate;
  }

  test.each(cases)('SARIF of %s', (_, audits, given) => {
    const validate = sarifValidator();
    validate(JSON.parse(auditToSarif(audits, optionsWith(given))));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  describe.each(['junit.xsd', 'junit-10-jenkins.xsd'])('%s', (schema) => {
    test('takes every case', async () => {
      const xml = cases.map(([, audits, given], index) => ({
        fileName: `case-${index}.xml`,
        contents: auditToJunit(audits, optionsWith(given)),
      }));
      const { valid, errors } = await validateXML({ xml, schema: [read(schema)] });
      expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
      expect(valid).toBe(true);
    });

    test('refuses what it is not', async () => {
      const { valid } = await validateXML({ xml: '<testsuites><testsuite/></testsuites>', schema: [read(schema)] });
      expect(valid).toBe(false);
    });
  });
});
