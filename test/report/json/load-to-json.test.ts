import { Ajv2020 } from 'ajv/dist/2020.js';
import { architecture } from 'stanchion';
import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { loadJsonSchema } from '../../../src/report/json/load-schema.js';
import { loadToJson } from '../../../src/report/json/load-to-json.js';
import { draft } from '../../analyses/support/document.js';
import balanced from '../cases/balanced.js';
import { explained } from '../explained.js';

const validate = new Ajv2020({ strict: false }).compile({ ...loadJsonSchema(), $schema: undefined });

function load(site: unknown) {
  return JSON.parse(loadToJson(explained(site)));
}

describe('loadToJson', () => {
  test('is what its schema says', () => {
    const document = load(balanced({ requestsPerSecond: 600 }));
    expect(validate(document)).toBe(true);
    expect(document).toMatchObject({ format: 'stanchion-load', version: 1, model: { name: 'balanced' } });
    const web = document.elements.find(({ element }: { element: string }) => element === 'server-1/nginx');
    expect(web).toMatchObject({
      requestsPerSecond: 200,
      complete: true,
      capacity: { guaranteed: 250, most: 250 },
      utilisation: 0.8,
      worst: { failed: 'server-2', oneInstance: false, requestsPerSecond: 300, capacity: 250, utilisation: 1.2 },
    });
    expect(document.elements.at(-1)).toMatchObject({
      element: 'mysql',
      writes: 600,
      connections: { fewest: 60, most: 60, complete: true, capacity: { guaranteed: 50 } },
    });
    expect(document.flows[0]).toEqual({ flow: 'user/visitor visits lb', requestsPerSecond: 600, complete: true });
    expect(document.shared[0]).toMatchObject({ sort: 'pool', capacity: 750, withoutLargest: 500 });
  });

  test('claims nothing where nothing is told, and says what would help', () => {
    const document = load(balanced());
    expect(validate(document)).toBe(true);
    expect(document).toMatchObject({ elements: [], flows: [], shared: [], assumptions: [] });
    expect(document.missing[0]).toMatchObject({ fact: 'requestsPerSecond', flows: ['user/visitor visits lb'] });
  });

  test('what takes nothing has no utilisation, and is overloaded', () => {
    const d = draft();
    d.element('user', 'visitor');
    d.element('webServer', 'web', { facts: { capacity: { requestsPerSecond: 0 } } });
    d.flow('visitor', 'visits', 'web', { requestsPerSecond: 10 });
    const model = d.graph();
    const document = JSON.parse(loadToJson([{ model, analyses: analysesOf(model) }]));
    expect(validate(document)).toBe(true);
    const entry = document.elements.find(({ element }: { element: string }) => element === 'web');
    expect(entry).toMatchObject({ element: 'web', requestsPerSecond: 10, overloaded: true });
    expect(entry).not.toHaveProperty('utilisation');
  });

  test('several models are an array, and so is none', () => {
    const both = JSON.parse(loadToJson([...explained(balanced()), ...explained(architecture('other'))]));
    expect(both.map(({ model }: { model: { name: string } }) => model.name)).toEqual(['balanced', 'other']);
    expect(validate(both)).toBe(true);
    expect(JSON.parse(loadToJson([]))).toEqual([]);
  });

  test('the schema refuses what it is not', () => {
    const document = load(balanced({ requestsPerSecond: 600 }));
    expect(validate({ ...document, version: 2 })).toBe(false);
    expect(validate({ ...document, elements: [{ element: 'x' }] })).toBe(false);
  });
});
