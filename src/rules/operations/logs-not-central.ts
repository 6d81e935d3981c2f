import {
  type Architecture,
  alike,
  defineRule,
  type Edit,
  type Element,
  type Flow,
  groupBy,
  isComplete,
  isProduction,
  logging,
  monitorOf,
  takesLogs,
  traits,
  watching,
} from '../../rules-api.js';

export default defineRule({
  id: 'operations/logs-not-central',
  severity: 'medium',
  summary: 'The logs of a production server or service stay on it.',
  impact: 'Whoever breaks in wipes the traces, and a server that is lost takes along what would tell why.',
  remedy: 'Send the logs to a log collector or a service that stands elsewhere.',
  references: ['STRIDE:R', 'CWE-778', 'AWS SEC04-BP02', 'NIST AU-9(2)', 'ASVS 16.4.3'],
  messages: { kept: 'Nobody collects the logs of {{elements}}.' },

  check({ model, pass, report, unknown }) {
    const logs = logging(model);
    const units = groupBy(
      model.elements.filter((element) => isAsked(model, element)),
      (element): Element => model.hostOf(element) ?? element,
    );
    const silent: Element[] = [];
    for (const [unit, inside] of units) {
      const open: Element[] = [];
      for (const element of inside) {
        const flows = logs(element).filter((flow) => leaves(model, element, flow));
        if (flows.some((flow) => takesLogs(model, flow) === true)) pass(element);
        else if (flows.length > 0) for (const flow of flows) unknown(flow, 'sends');
        else open.push(element);
      }
      if (open.length > 0) silent.push(...(open.length === inside.length ? [unit] : open));
    }
    const fixFor = fixes(model);
    const isAny = [...units.values()].flat().some((element) => logs(element).length > 0);
    // Where nobody's logs go anywhere that is one fault, whatever there is.
    for (const elements of isAny || silent.length === 0 ? alike(silent) : [silent]) {
      if (isComplete(model, 'logs'))
        report({ at: elements, message: 'kept', data: { elements }, fix: fixFor(elements) });
      else for (const element of elements) unknown(element, 'complete: logs');
    }
  },
});

/** What collects and coordinates is not asked: it holds nobody's requests and nobody's data. */
function isAsked(model: Architecture, element: Element): boolean {
  const { running, group } = traits(element.kind);
  return running === true && group !== 'operations' && isProduction(model, element);
}

/** A collector on the same server is lost with it. */
function leaves(model: Architecture, element: Element, flow: Flow): boolean {
  const host = element.kind === 'server' ? element : model.hostOf(element);
  const collector = monitorOf(model, flow);
  return host === undefined || collector === undefined || model.hostOf(collector) !== host;
}

/** What already reports its figures elsewhere can send its logs along; all of the elements, or the edits mend nothing. */
function fixes(model: Architecture): (elements: readonly Element[]) => readonly Edit[] {
  const watched = watching(model);
  return (elements) => {
    const flows = elements.map((element) =>
      watched(element).find((flow) => isPush(flow) && leaves(model, element, flow)),
    );
    const told = [...new Set(flows)].flatMap((flow) => flow ?? []);
    if (flows.includes(undefined)) return [];
    return told.map((flow) => ({ on: flow, set: { sends: [...(flow.facts.sends ?? []), 'logs'] } }));
  };
}

function isPush({ verb, facts }: Flow): boolean {
  return verb === 'reports' && facts.sends !== undefined;
}
