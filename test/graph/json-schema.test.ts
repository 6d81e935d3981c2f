import { Ajv2020 } from 'ajv/dist/2020.js';
import { graphSchema } from '../../src/graph/json-schema.js';
import { factsByKind } from '../../src/vocabulary/facts-by-kind.js';
import { kindNames } from '../../src/vocabulary/kinds.js';
import { shop, spoiled } from './document.js';

const schema = graphSchema() as {
  readonly $defs: Record<string, { properties?: { facts?: { properties?: object } } }>;
};
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

test('the schema is one of draft 2020-12 with a name and a title', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:stanchion:architecture:1',
    title: 'Architecture',
  });
});

test('it takes what is right', () => {
  expect(validate(shop())).toBe(true);
});

test.each<[string, unknown]>([
  ['version', 2],
  ['elements', undefined],
  ['elements.0.kind', 'castle'],
  ['elements.0.name', ''],
  ['elements.4.facts.engine', 'mysql'],
  ['elements.3.facts.memory', '16 GB'],
  ['elements.4.listeners.0.port', 70_000],
  ['flows.0.verb', 'likes'],
  ['flows.1.facts.timeout', 'soon'],
  ['more', true],
])('it refuses a wrong %s', (path, value) => {
  expect(validate(spoiled(path, value))).toBe(false);
});

test('every kind has its own facts and no others', () => {
  for (const kind of kindNames) {
    expect(Object.keys(schema.$defs[kind]?.properties?.facts?.properties ?? {}).sort()).toEqual(
      [...factsByKind[kind]].sort(),
    );
  }
});

test('it is the same every time', () => {
  expect(JSON.stringify(graphSchema())).toBe(JSON.stringify(schema));
});
