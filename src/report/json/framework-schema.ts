import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { frameworkNames } from '../../audit/frameworks/framework-names.js';
import { finding, modelHead } from './audit-schema.js';

const rules = (description: string) => v.pipe(v.array(v.string()), v.description(description));

const control = v.object({
  id: v.pipe(v.string(), v.description('As the framework writes it, such as SC-8(1).')),
  title: v.optional(v.string()),
  outcome: v.pipe(
    v.picklist(['finding', 'accepted', 'cannot tell', 'pass', 'not applicable']),
    v.description('The worst that its rules came to. A pass is no proof that the control is met.'),
  ),
  findings: v.array(finding),
  accepted: v.array(finding),
  passed: rules('Rules that passed.'),
  cannotTell: rules('Rules that wait for facts that the model does not say.'),
  notApplicable: rules('Rules whose question did not arise.'),
});

const model = v.object({
  model: modelHead,
  today: v.string(),
  controls: v.pipe(v.array(control), v.description("In the framework's order.")),
  unmapped: rules('Rules that were asked and belong to none of its controls.'),
});

/** What `stanchion audit --framework NAME --json` prints. */
export const frameworkSchema = v.pipe(
  v.object({
    format: v.literal('stanchion-framework'),
    version: v.literal(1),
    framework: v.picklist(frameworkNames),
    title: v.pipe(v.string(), v.description('With its edition.')),
    audits: v.array(model),
  }),
  v.title('Audits of Stanchion models by the controls of a framework'),
);

export type FrameworkDocument = v.InferOutput<typeof frameworkSchema>;

/** The JSON Schema of that document. */
export function frameworkJsonSchema(): object {
  return toJsonSchema(frameworkSchema);
}
