import {
  alike,
  defineRule,
  type Element,
  groupBy,
  isComplete,
  isProduction,
  type Kind,
  traits,
  watching,
} from '../../rules-api.js';

/** What watches is asked for by rules of its own. */
const watchers: readonly Kind[] = ['agent', 'monitoringService', 'logCollector', 'alertChannel'];

export default defineRule({
  id: 'operations/monitoring-uncovered',
  severity: 'medium',
  summary: 'Nobody watches a production server or service.',
  impact: 'The first to notice that it fails, fills up or slows down are its users.',
  remedy: 'Run a collector on it, or have a monitoring service watch it.',
  references: ['AWS REL06-BP01', 'NIST SI-4', 'NIST CA-7'],
  messages: { unwatched: 'Nobody monitors {{elements}}.' },

  check({ model, pass, report, unknown }) {
    const watched = watching(model);
    const running = model.elements.filter(({ kind }) => traits(kind).running && !watchers.includes(kind));
    const units = groupBy(
      running.filter((element) => isProduction(model, element)),
      (element): Element => model.hostOf(element) ?? element,
    );
    const unwatched: Element[] = [];
    for (const [unit, inside] of units) {
      const open: Element[] = [];
      for (const element of inside) {
        if (watched(element).length > 0) pass(element);
        else open.push(element);
      }
      if (open.length > 0) unwatched.push(...(open.length === inside.length ? [unit] : open));
    }
    // Where there is one service that watches, it is the one that is meant.
    const [service, ...others] = model.byKind.monitoringService;
    const watcher = others.length === 0 ? service : undefined;
    const isAny = running.some((element) => watched(element).length > 0);
    // Where nothing at all is watched that is one fault, whatever there is.
    for (const elements of isAny || unwatched.length === 0 ? alike(unwatched) : [unwatched]) {
      const fix = watcher ? elements.map((element) => ({ on: watcher, call: 'watches', args: [element] })) : [];
      if (isComplete(model, 'monitoring')) report({ at: elements, message: 'unwatched', data: { elements }, fix });
      else for (const element of elements) unknown(element, 'complete: monitoring');
    }
  },
});
