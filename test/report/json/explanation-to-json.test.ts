import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { audit } from '../../../src/audit/audit.js';
import type { Audit } from '../../../src/audit/finding.js';
import { explainElement } from '../../../src/report/explanation/element-explanation.js';
import { explainedModel } from '../../../src/report/explanation/explained-model.js';
import { explanationJsonSchema } from '../../../src/report/json/explanation-schema.js';
import {
  elementDocument,
  explainedFindingDocument,
  explanationToJson,
  flowDocument,
} from '../../../src/report/json/explanation-to-json.js';
import { rules } from '../../../src/rules/index.js';
import { randomArchitecture } from '../../analyses/support/random-architecture.js';
import { tapes } from '../../analyses/support/tape.js';
import { randomModels } from '../../support/random-models.js';
import { watchedShop } from '../failure/sites.js';
import { auditOf, today } from '../support.js';

const validate = new Ajv2020({ strict: false }).compile(explanationJsonSchema());

function printed(document: Parameters<typeof explanationToJson>[0]) {
  const read = JSON.parse(explanationToJson(document));
  expect(validate(read) || validate.errors).toBe(true);
  return read;
}

const ofElement = (audited: Audit, id: string) =>
  printed(elementDocument(explainElement(audited.model.byId.get(id)!, explainedModel(audited))));

test('an element: where it stands, who needs it, what its loss does, what is found on it', () => {
  const document = ofElement(auditOf(watchedShop()), 'server-1/db');
  expect(document).toMatchObject({
    format: 'stanchion-explanation',
    version: 1,
    subject: 'element',
    element: { id: 'server-1/db', kind: 'database', places: ['server-1'], whyFrom: 'kind' },
    failure: { failed: ['server-1/db'] },
    needs: [],
    canFail: true,
  });
  expect(document.wayFromUser.map(({ to }: { to: string }) => to)).toEqual(['front/lb', 'server-1/app', 'server-1/db']);
  expect(
    document.neededBy.map(({ verb, from, encryption }: Record<string, string>) => [verb, from, encryption]),
  ).toEqual([
    ['reads', 'server-1/app', 'local'],
    ['reads', 'server-2/app', expect.any(String)],
    ['writes', 'server-1/app', 'local'],
    ['writes', 'server-2/app', expect.any(String)],
  ]);
  expect(document.findings.map(({ rule }: { rule: string }) => rule)).toContain('data/db-single-writer');
});

test('a place: what stands in it, and what is found there', () => {
  const document = ofElement(auditOf(watchedShop()), 'server-1');
  expect(document.element.inside).toEqual(['server-1/app', 'server-1/db']);
  expect(document.findingsInside.length).toBeGreaterThan(0);
});

test('a finding: its path and the line that accepts it', () => {
  const audited = auditOf(watchedShop());
  const finding = audited.findings.find(({ rule }) => rule === 'availability/spof-load-balancer')!;
  const document = printed(explainedFindingDocument(finding, explainedModel(audited)));
  expect(document).toMatchObject({ subject: 'finding', finding: { handle: finding.handle }, concerned: ['front'] });
  expect(document.path.map(({ hop }: { hop: { flow: string } }) => hop.flow)).toEqual(finding.evidence.flows);
  expect(document.waiver).toContain(finding.rule);
});

test('every element, finding and flow of any model fits the schema', () => {
  fc.assert(
    fc.property(tapes, (numbers) => {
      const audited = audit(randomArchitecture(numbers), { today, rules });
      const explained = explainedModel(audited);
      for (const element of audited.model.elements) printed(elementDocument(explainElement(element, explained)));
      for (const finding of audited.findings) printed(explainedFindingDocument(finding, explained));
      for (const flow of audited.model.flows.slice(0, 3)) printed(flowDocument(flow, explained));
    }),
    { numRuns: randomModels, seed: 20_261_125 },
  );
});

test('the schema refuses what it is not', () => {
  const document = ofElement(auditOf(watchedShop()), 'server-1/db');
  expect(validate({ ...document, subject: 'finding' })).toBe(false);
  expect(validate({ ...document, wayFromUser: [{}] })).toBe(false);
});
