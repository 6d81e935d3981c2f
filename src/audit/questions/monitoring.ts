import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { type Metric, metrics, type Telemetry } from '../../vocabulary/words.js';
import { onceAModel } from './once-a-model.js';

/** Who watches an element by its figures: flows of `reports` and `watches`, its own or those of what watches for it. */
export type Watching = (element: Element) => readonly Flow[];

/** An agent watches all of its server; who watches a server or a cluster watches what is in it. Logs alone are no watch. */
export const watching: (model: Architecture) => Watching = onceAModel((model) =>
  collecting(model, (flow) => flow.verb === 'watches' || sendsFigures(model, flow)),
);

/** The same of logs: flows that take them, or do not say what they take. */
export const logging: (model: Architecture) => Watching = onceAModel((model) =>
  collecting(model, (flow) => takesLogs(model, flow) !== false),
);

/** Whether logs are among what a flow of `reports` or `watches` takes; undefined where it is not told. */
export function takesLogs(model: Architecture, { to, facts }: Flow): boolean | undefined {
  if (facts.sends) return facts.sends.includes('logs');
  return isForLogs(model.byId.get(to)) || undefined;
}

function collecting(model: Architecture, isMeant: (flow: Flow) => boolean): Watching {
  const flows = new Map<Element, Flow[]>();
  for (const flow of model.flows) {
    if (flow.verb !== 'watches' && flow.verb !== 'reports') continue;
    const watched = isMeant(flow) ? watchedBy(model, flow) : undefined;
    if (!watched) continue;
    const known = flows.get(watched);
    if (known) known.push(flow);
    else flows.set(watched, [flow]);
  }
  return (element) => {
    const clusters = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
    return [element, ...clusters, ...model.ancestors(element)].flatMap((one) => flows.get(one) ?? []);
  };
}

/** What a flow of `reports` or `watches` is about: an agent speaks for all of its server. */
export function watchedBy(model: Architecture, flow: Flow): Element | undefined {
  if (flow.verb === 'watches') return model.byId.get(flow.to);
  const source = model.byId.get(flow.from);
  if (source?.kind !== 'agent') return source;
  return model.hostOf(source) ?? (source.parent === undefined ? source : model.byId.get(source.parent));
}

function sendsFigures(model: Architecture, { to, facts }: Flow): boolean {
  if (facts.sends) return facts.sends.some(isFigure);
  return !isForLogs(model.byId.get(to));
}

function isForLogs(target: Element | undefined): boolean {
  return target?.kind === 'logCollector' || target?.facts.externalRole === 'logging';
}

function isFigure(sent: Telemetry): boolean {
  return sent === 'metrics' || (metrics as readonly string[]).includes(sent);
}

/** Whether a metric is among what is sent; undefined where it is not told what is. */
export function isSent(metric: Metric, watches: readonly Flow[]): boolean | undefined {
  const sent = watches.flatMap(({ facts }) => facts.sends ?? []);
  if (sent.includes(metric) || sent.includes('metrics')) return true;
  return watches.some(({ facts }) => facts.sends === undefined) ? undefined : false;
}

/** Where the figures go: the monitoring service or the external one. */
export function monitorOf(model: Architecture, flow: Flow): Element | undefined {
  return model.byId.get(flow.verb === 'watches' ? flow.from : flow.to);
}
