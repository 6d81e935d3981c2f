import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

const place = (description: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description));
const decimal = v.pipe(v.string(), v.regex(/^\d+$/), v.description('A whole number, too large for one in JSON.'));
const listener = v.pipe(v.string(), v.description('Its name; empty where it has none.'));
const side = v.picklist(['incoming', 'outgoing']);

const reason = {
  passage: v.pipe(
    v.picklist(['open', 'blocked', 'unknown']),
    v.description(
      'Unknown: a guard or a border on the way is undeclared. It does not block, and nothing is known to pass.',
    ),
  ),
  guard: v.optional(v.pipe(v.string(), v.description('The firewall that blocks, or that does not tell.'))),
  rule: v.optional(place("The rule that blocks, from 0; left out where the firewall's default does.")),
  onReturn: v.optional(v.pipe(v.literal(true), v.description('The packet passes, and its reply does not.'))),
};

const reach = v.object({
  element: v.string(),
  listener: v.optional(v.pipe(listener, v.description('Left out where none is told: any port.'))),
  ...reason,
  reach: v.pipe(
    v.picklist(['packet', 'relay']),
    v.description('packet: what the source sends arrives. relay: what it reaches hands on, by declared flows.'),
  ),
  limitedTo: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Where only some of the source gets through: blocks of addresses, and ids of elements.'),
    ),
  ),
  exceptFrom: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Where the internet at large gets through: blocks of addresses of which that is not known.'),
    ),
  ),
  by: v.optional(v.pipe(v.string(), v.description('Of relay reach: the last flow, which leads there.'))),
});

const rule = v.object({
  guard: v.string(),
  side,
  index: place("Its place in the firewall's list of rules, from 0."),
  anomaly: v.pipe(
    v.picklist(['shadowed', 'covered', 'redundant', 'unneeded', 'too wide']),
    v.description('shadowed and covered: earlier rules match all of its packets, some with another decision or none.'),
  ),
  by: v.optional(v.pipe(v.array(v.number()), v.description('The earlier rules that decide its packets.'))),
  beyond: v.optional(
    v.pipe(
      v.object({
        packets: v.pipe(decimal, v.description('Of source address, target address and port, as decimal text.')),
        sources: v.pipe(decimal, v.description('Addresses from which no flow needs the rule, as decimal text.')),
        ports: place('Ports at which no flow needs it, tcp and udp apart.'),
      }),
      v.description('What it lets through that no declared flow needs.'),
    ),
  ),
});

const exposure = v.object({
  format: v.literal('stanchion-exposure'),
  version: v.literal(1),
  model: v.object({ name: v.string(), environment: v.optional(v.string()), file: v.optional(v.string()) }),
  internet: v.array(reach),
  zones: v.array(v.object({ zone: v.string(), reaches: v.array(reach) })),
  flows: v.array(v.object({ flow: v.string(), ...reason })),
  unreachable: v.array(
    v.object({
      element: v.string(),
      listener,
      unused: v.pipe(v.boolean(), v.description('No declared flow ends there.')),
      blocked: v.pipe(v.boolean(), v.description('Nothing that the model knows gets a packet there.')),
      guard: v.optional(v.string()),
    }),
  ),
  undeclared: v.array(v.union([v.object({ guard: v.string(), side }), v.object({ zone: v.string() })])),
  rules: v.pipe(v.array(rule), v.description('What could be mended in the rules of firewalls.')),
});

/** What `stanchion explain --exposure --json` prints: of one model an object, of several an array of them. */
export const exposureSchema = v.pipe(
  v.union([exposure, v.array(exposure)]),
  v.title('What the internet and zones reach in Stanchion models'),
);

export type ExposureDocument = v.InferOutput<typeof exposure>;

/** The JSON Schema of that document. */
export function exposureJsonSchema(): object {
  return toJsonSchema(exposureSchema);
}
