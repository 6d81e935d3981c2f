import {
  type AddCall,
  type Architecture,
  defineRule,
  type Element,
  endpointsOf,
  type Flow,
  groupBy,
  isComplete,
  isProduction,
} from '../../rules-api.js';

export default defineRule({
  id: 'operations/uptime-check-missing',
  severity: 'low',
  summary: 'Nobody asks from outside whether what users visit answers.',
  impact:
    'Monitoring inside sees healthy servers while the name, the certificate or the way to them is broken: the users are ' +
    'the first to notice.',
  remedy: 'Have a service outside ask for a page at short intervals: `probes`.',
  references: ['AWS OPS04-BP03'],
  messages: {
    unprobed: 'Nobody asks from outside whether {{entries}} answers.',
    unprobedMore: 'Nobody asks from outside whether {{entries}} answer.',
  },

  check({ model, pass, report, unknown }) {
    const probed = new Set(model.flows.filter(({ verb }) => verb === 'probes').flatMap(({ to }) => behind(model, to)));
    const open: Element[] = [];
    for (const entry of publicEntries(model)) {
      if (behind(model, entry.id).some((element) => probed.has(element))) pass(entry);
      else open.push(entry);
    }
    for (const entries of groupBy(open, (entry) => serviceOf(model, entry)).values()) {
      const message = entries.length > 1 ? 'unprobedMore' : 'unprobed';
      if (!isComplete(model, 'probes')) for (const entry of entries) unknown(entry, 'complete: probes');
      else report({ at: entries, message, data: { entries: spoken(entries) }, fix: probeOf(model, entries) });
    }
  },
});

/** What users visit in production, that of others left out. */
function publicEntries(model: Architecture): readonly Element[] {
  const visits = model.flows.filter((flow) => flow.verb === 'visits' && !isPrivate(model, flow));
  const visited = [...new Set(visits.map(({ to }) => to))].flatMap((id) => model.byId.get(id) ?? []);
  return visited.filter(({ id }) => behind(model, id).some((element) => isAsked(model, element)));
}

/** What leads through a gateway or a bastion is not open to the world: nobody outside could ask. */
function isPrivate(model: Architecture, { facts }: Flow): boolean {
  const kinds = (facts.through ?? []).map((id) => model.byId.get(id)?.kind);
  return kinds.includes('vpnGateway') || kinds.includes('bastion');
}

function isAsked(model: Architecture, element: Element): boolean {
  const { kind } = element;
  return kind !== 'record' && kind !== 'externalService' && isProduction(model, element);
}

/** It, and what answers behind a name or for a group. */
function behind(model: Architecture, id: string): readonly Element[] {
  const element = model.byId.get(id);
  return element ? [element, ...endpointsOf(model, element)] : [];
}

/** Several names of one service, and the members of a tier, are asked for together. */
function serviceOf(model: Architecture, entry: Element): string {
  if (entry.kind !== 'record') return entry.tier === undefined ? entry.id : `${entry.kind} ${entry.tier}`;
  const targets = model.outgoing(entry).flatMap(({ to }) => model.byId.get(to) ?? []);
  return [...new Set(targets.map((target) => serviceOf(model, target)))].join(' ');
}

/** A name that is looked up says enough. */
function spoken(entries: readonly Element[]): readonly Element[] | readonly string[] {
  return entries.every(({ kind }) => kind === 'record') ? entries.map(({ name }) => name) : entries;
}

/** Who watches from outside already can ask as well, where it is one. */
function probeOf(model: Architecture, entries: readonly Element[]): readonly AddCall[] {
  const [watcher, another] = model.byKind.externalService.filter(({ facts }) => facts.externalRole === 'monitoring');
  if (!watcher || another) return [];
  return entries.map((entry) => ({ on: watcher, call: 'probes', args: [entry] }));
}
