import {
  alike,
  defineRule,
  type Edit,
  type Element,
  type Flow,
  isProduction,
  isSent,
  type Kind,
  type Metric,
  watching,
} from '../../rules-api.js';

/** Kind → what has to be measured of it. */
type Required = Readonly<Partial<Record<Kind, readonly Metric[]>>>;
const required: Required = { webServer: ['requests per second'] };

export default defineRule({
  id: 'operations/required-metrics-missing',
  severity: 'medium',
  summary: 'What is monitored does not include what counts most for its role.',
  impact: 'A rush of requests, or their sudden absence, goes unseen until the processor or the users complain.',
  remedy: 'Collect it too: for a web server the requests per second, from its status page or its log.',
  references: ['AWS REL06-BP02', 'AWS OPS04-BP02'],
  options: { required },
  messages: { missing: 'Nobody measures the {{metrics}} of {{elements}}.' },

  check({ model, options, pass, report, unknown }) {
    const watched = watching(model);
    for (const elements of alike(model.elements.filter((element) => isProduction(model, element)))) {
      const wanted = elements[0] ? (options.required[elements[0].kind] ?? []) : [];
      for (const metric of wanted) {
        const missing: Element[] = [];
        for (const element of elements) {
          const flows = watched(element);
          // Where nobody watches at all, that is the finding.
          if (flows.length === 0) continue;
          const sent = isSent(metric, flows);
          if (sent === true) pass(element);
          else if (sent === undefined) for (const flow of flows) unknown(flow, 'sends');
          else missing.push(element);
        }
        if (missing.length === 0) continue;
        report({
          at: missing,
          message: 'missing',
          data: { metrics: metric, elements: missing },
          evidence: { flows: missing.flatMap(watched) },
          discriminator: metric,
          fix: alsoSending(metric, missing.map(watched)),
        });
      }
    }
  },
});

/** Whoever watches an element first collects this as well. */
function alsoSending(metric: Metric, watches: readonly (readonly Flow[])[]): readonly Edit[] {
  const first = new Set(watches.flatMap(([flow]) => flow ?? []));
  return [...first].map((on) => ({ on, set: { sends: [...(on.facts.sends ?? []), metric] } }));
}
