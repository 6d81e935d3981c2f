import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { objectiveVerdicts } from '../../analyses/faults/objective-verdict.js';
import { standings } from '../../analyses/network/standing.js';
import { severities } from '../../audit/finding.js';
import { loadSituations } from '../../diff/diff-load.js';
import { weakeningSorts } from '../../diff/weakened.js';
import { finding, modelHead } from './audit-schema.js';

const id = v.string();
const ids = v.array(id);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const fact = v.object({
  path: v.pipe(v.string(), v.description('Such as instances, capacity.connections, listeners.https.port, rules.')),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});

const element = v.object({ id, kind: v.string(), name: v.string() });

const differences = {
  elements: v.object({
    added: v.array(element),
    removed: v.array(element),
    changed: v.array(
      v.object({ before: id, after: id, renamed: v.boolean(), moves: v.array(fact), facts: v.array(fact) }),
    ),
  }),
  flows: v.object({
    added: ids,
    removed: ids,
    changed: v.array(v.object({ before: id, after: id, facts: v.array(fact) })),
  }),
  pools: v.object({
    added: ids,
    removed: ids,
    changed: v.array(v.object({ before: id, after: id, facts: v.array(fact) })),
  }),
  journeys: v.object({
    added: ids,
    removed: ids,
    changed: v.array(v.object({ before: id, after: id, facts: v.array(fact) })),
  }),
  waivers: v.object({
    added: v.array(
      v.object({ rule: v.string(), element: v.optional(id), because: v.string(), until: v.optional(v.string()) }),
    ),
    removed: v.array(v.object({ rule: v.string(), element: v.optional(id) })),
    changed: v.array(v.object({ rule: v.string(), element: v.optional(id), facts: v.array(fact) })),
  }),
};

export const journey = v.object({ id, mode: v.picklist(['read', 'write', 'all']) });
export const point = v.object({ root: id, also: ids, journeys: ids, onlyListed: v.boolean() });

const figure = v.object({
  unavailability: v.pipe(v.nullable(share), v.description('null where the model declares no figure.')),
  method: v.picklist(['exact', 'monte carlo', 'none']),
  low: v.pipe(v.optional(share), v.description('Of a sampled figure: the interval of 95 %.')),
  high: v.optional(share),
  assumed: v.pipe(ids, v.description('Elements without a figure, which never fail in this calculation.')),
});

const availability = v.object({
  journey,
  verdict: v.pipe(
    v.picklist(['better', 'worse', 'unclear']),
    v.description('unclear: the figures stand for different things. A difference within the intervals is not listed.'),
  ),
  before: figure,
  after: figure,
  silenced: v.pipe(ids, v.description('Told a figure before, and no longer do.')),
});

export const objective = v.object({
  journey,
  became: v.picklist(['missed', 'met']),
  objective: v.optional(v.number()),
  before: v.optional(v.picklist(objectiveVerdicts)),
});

const reach = v.object({
  element: id,
  listener: v.optional(v.string()),
  standing: v.picklist(standings),
  limitedTo: v.optional(ids),
  exceptFrom: v.optional(ids),
});

export const exposure = v.object({
  became: v.picklist(['opened', 'closed', 'otherwise', 'untold', 'told']),
  before: v.optional(reach),
  after: v.optional(reach),
});

const use = v.object({
  utilisation: v.pipe(v.nullable(v.number()), v.description('1 is full; null where it takes nothing at all.')),
  complete: v.boolean(),
  failed: v.optional(id),
});

const load = v.object({
  element: id,
  situation: v.picklist(loadSituations),
  became: v.picklist(['above', 'within', 'otherwise', 'untold']),
  before: v.optional(use),
  after: v.optional(use),
});

export const weakening = v.object({
  sort: v.picklist(weakeningSorts),
  fingerprint: v.pipe(v.optional(v.string()), v.description('Of a finding in untold, or of what is exempt now.')),
  rule: v.pipe(
    v.optional(v.string()),
    v.description(
      'Of a fact: a rule that was content, and waits for it now. Of what is exempt: the rule that finds less.',
    ),
  ),
  severity: v.pipe(v.optional(v.picklist(severities)), v.description('Of what is exempt: as bad as it was elsewhere.')),
  message: v.optional(v.string()),
  wanted: v.optional(v.string()),
  about: v.pipe(v.optional(ids), v.description('Elements and flows of which the fact is not told any more.')),
  journey: v.pipe(v.optional(id), v.description('Of an objective or an availability.')),
  was: v.pipe(v.optional(v.number()), v.description('The objective that was asked.')),
  is: v.pipe(v.optional(v.number()), v.description('The one that is asked now; left out: none.')),
  aspect: v.optional(v.string()),
  waiver: v.optional(
    v.object({
      rule: v.string(),
      element: v.optional(id),
      because: v.string(),
      until: v.optional(v.string()),
      by: v.optional(v.string()),
      wasUntil: v.pipe(v.optional(v.string()), v.description('It was there before, and counted until then.')),
    }),
  ),
  element: v.pipe(v.optional(id), v.description('Of what the internet reaches, of a load, or of what is exempt.')),
});

const changedModel = v.object({
  base: modelHead,
  head: modelHead,
  facts: v.array(fact),
  ...differences,
  findings: v.object({
    new: v.array(finding),
    fixed: v.pipe(v.array(finding), v.description('As the base had them.')),
    untold: v.pipe(v.array(finding), v.description('As the base had them: their rules wait for facts now.')),
    accepted: v.pipe(v.array(finding), v.description('Accepted, and not so before.')),
    reopened: v.pipe(v.array(finding), v.description('Found before too, and accepted then: they count again.')),
    worsened: v.pipe(
      v.array(v.object({ was: v.picklist(severities), finding })),
      v.description('As the head has them: found before, and less bad there. They count among unchanged, too.'),
    ),
    unchanged: v.number(),
  }),
  asModelled: v.pipe(
    v.object({ broken: v.array(journey), mended: v.array(journey) }),
    v.description('Journeys that newly do not work, or do work, with nothing failed.'),
  ),
  singlePoints: v.object({
    new: v.array(point),
    wider: v.array(v.object({ root: id, journeys: ids })),
    gone: v.array(point),
    unasked: v.pipe(v.array(point), v.description('What they broke is no longer asked for, or works no more at all.')),
  }),
  availability: v.array(availability),
  objectives: v.array(objective),
  exposure: v.array(exposure),
  load: v.array(load),
  weakened: v.array(weakening),
});

/** What `stanchion diff --json` prints. A new version number means that a reader of the old one would misread it. */
export const changeSchema = v.pipe(
  v.object({
    format: v.literal('stanchion-diff'),
    version: v.literal(1),
    since: v.pipe(v.string(), v.description('What the base is called.')),
    changed: v.array(changedModel),
    unchanged: v.array(v.object({ base: modelHead, head: modelHead })),
    added: v.array(
      v.object({
        model: modelHead,
        findings: v.array(finding),
        objectives: v.array(objective),
        weakened: v.array(weakening),
      }),
    ),
    deleted: v.pipe(
      v.array(v.object({ model: modelHead, findings: v.array(finding) })),
      v.description('Counts as weakened: nobody can say any more what was found in them.'),
    ),
    unpaired: v.pipe(
      v.object({ base: v.array(modelHead), head: v.array(modelHead) }),
      v.description('On one side only, while not all of the other could be read.'),
    ),
  }),
  v.title('The difference of Stanchion models'),
);

export type ChangeDocument = v.InferOutput<typeof changeSchema>;

/** The JSON Schema of that document. */
export function changeJsonSchema(): object {
  return toJsonSchema(changeSchema, { target: 'draft-2020-12' });
}
