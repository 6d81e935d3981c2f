import {
  type Architecture,
  defineRule,
  type Edit,
  type Element,
  type Flow,
  isComplete,
  monitorOf,
  traits,
  watching,
} from '../../rules-api.js';

export default defineRule({
  id: 'operations/alert-unrouted',
  severity: 'medium',
  summary: 'What is monitored alerts nobody.',
  impact: 'The figures are there and nobody looks: a failure goes undetected until its users report it.',
  remedy: 'Have the monitoring alert somebody who can act: a rota, a channel, a pager.',
  references: ['AWS REL06-BP03', 'NIST SI-4(5)'],
  messages: { nobody: '{{monitor}} watches {{watched}} and alerts nobody.' },

  check({ model, pass, report, unknown }) {
    const watches = watching(model);
    const byMonitor = new Map<Element, { readonly watched: Set<Element>; readonly flows: Set<Flow> }>();
    for (const element of model.elements.filter(({ kind }) => traits(kind).running && kind !== 'agent')) {
      for (const flow of watches(element)) note(monitorOf(model, flow), element, flow);
    }
    for (const [monitor, { watched, flows }] of byMonitor) {
      if (model.outgoing(monitor).some(({ verb }) => verb === 'alerts')) pass(monitor);
      else if (!isComplete(model, 'alerts')) unknown(monitor, 'complete: alerts');
      else
        report({
          at: monitor,
          message: 'nobody',
          data: { monitor, watched: [...watched] },
          evidence: { flows: [...flows] },
          fix: alerting(model, monitor),
        });
    }

    function note(monitor: Element | undefined, element: Element, flow: Flow): void {
      if (!monitor) return;
      const known = byMonitor.get(monitor) ?? { watched: new Set<Element>(), flows: new Set<Flow>() };
      known.watched.add(model.hostOf(element) ?? element);
      known.flows.add(flow);
      byMonitor.set(monitor, known);
    }
  },
});

/** Where there is one channel, it is the one that is meant; a log collector alerts nobody by itself. */
function alerting(model: Architecture, monitor: Element): readonly Edit[] {
  const [channel, ...others] = model.byKind.alertChannel;
  const canAlert = monitor.kind === 'monitoringService' || monitor.kind === 'externalService';
  return channel && others.length === 0 && canAlert ? [{ on: monitor, call: 'alerts', args: [channel] }] : [];
}
