import { Misuse } from './misuse.js';
import { hintFor } from './parse-request.js';

/** The schemas by name; each is read when it is asked for. */
const schemas: Readonly<Record<string, () => Promise<object>>> = {
  graph: async () => (await import('../graph/json-schema.js')).graphSchema(),
  audit: async () => (await import('../report/json/audit-schema.js')).auditJsonSchema(),
  diff: async () => (await import('../report/json/change-schema.js')).changeJsonSchema(),
  gate: async () => (await import('../report/json/gate-schema.js')).gateJsonSchema(),
  simulation: async () => (await import('../report/json/simulation-schema.js')).simulationJsonSchema(),
  explanation: async () => (await import('../report/json/explanation-schema.js')).explanationJsonSchema(),
  exposure: async () => (await import('../report/json/exposure-schema.js')).exposureJsonSchema(),
  spans: async () => (await import('../report/json/spans-schema.js')).spansJsonSchema(),
  load: async () => (await import('../report/json/load-schema.js')).loadJsonSchema(),
  framework: async () => (await import('../report/json/framework-schema.js')).frameworkJsonSchema(),
};

/** The schema that is named, that of the graph where none is. Throws Misuse where there is none, or several are named. */
export function schemaNamed(names: readonly string[]): Promise<object> {
  const [name = 'graph', another] = names;
  if (another !== undefined) throw new Misuse('One schema is printed at a time.', `Write: stanchion schema ${name}`);
  const read = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (read) return read();
  const known = Object.keys(schemas);
  throw new Misuse(`'${name}' is no schema.`, hintFor(name, known, `There are ${known.join(', ')}.`));
}
