import {
  type Architecture,
  alike,
  defineRule,
  type Element,
  groupBy,
  isComplete,
  isProduction,
  monitorOf,
  neededDomains,
  traits,
  type Watching,
  watching,
} from '../../rules-api.js';

export default defineRule({
  id: 'operations/monitoring-spof',
  severity: 'medium',
  summary: 'The only monitoring fails together with what it watches, or fails and nothing notices.',
  impact: 'The screens stay green and no alarm comes, in the very hour for which there is monitoring.',
  remedy:
    'Let a second monitoring, elsewhere, watch the same and the first, or let the first report to a service outside.',
  references: ['AWS REL11-BP01', 'NIST AU-5'],
  messages: {
    together: 'When {{place}} fails, {{monitors}} fails with it, and nothing else watches {{watched}}.',
    togetherMore: 'When {{place}} fails, {{monitors}} fail with it, and nothing else watches {{watched}}.',
    alone: 'Nothing notices when {{monitors}} fails, and nothing else watches {{watched}}.',
    aloneMore: 'Nothing notices when any of {{monitors}} fails, and nothing else watches {{watched}}.',
  },

  check({ model, pass, report, unknown }) {
    const watches = watching(model);
    const alone = new Map<Element, Watch>();
    for (const watch of watchesIn(model, watches)) {
      const { monitors } = watch;
      const shared = sharedDomain(model, watch);
      if (shared) {
        const data = { place: shared.place, monitors, watched: unitsOf(model, shared.blind) };
        const evidence = { elements: [shared.place, ...shared.blind] };
        report({ at: monitors, message: monitors.length > 1 ? 'togetherMore' : 'together', data, evidence });
        continue;
      }
      const open = placesUntold(model, watch);
      for (const element of open) unknown(element, 'standsIn');
      const [monitor] = monitors;
      if (monitor && monitors.length === 1 && isUnnoticed(model, watches, monitor)) alone.set(monitor, watch);
      else if (open.length === 0) for (const one of monitors) pass(one);
    }
    for (const monitors of alike([...alone.keys()])) {
      const blind = monitors.flatMap((monitor) => alone.get(monitor)?.watched ?? []);
      const watched = unitsOf(model, blind);
      const message = monitors.length > 1 ? 'aloneMore' : 'alone';
      if (!isComplete(model, 'monitoring')) for (const monitor of monitors) unknown(monitor, 'complete: monitoring');
      else report({ at: monitors, message, data: { monitors, watched }, evidence: { elements: blind } });
    }
  },
});

/** What the same monitors watch. */
interface Watch {
  readonly monitors: readonly Element[];
  readonly watched: readonly Element[];
}

/** What somebody outside watches is noticed there, whatever happens here. */
function watchesIn(model: Architecture, watches: Watching): readonly Watch[] {
  const asked = model.elements.filter(
    ({ kind }) => traits(kind).running === true && traits(kind).group !== 'operations',
  );
  const monitorsOf = (element: Element) =>
    [...new Set(watches(element).flatMap((flow) => monitorOf(model, flow) ?? []))].filter((one) => one !== element);
  const byMonitors = new Map<string, { readonly monitors: readonly Element[]; readonly watched: Element[] }>();
  for (const element of asked.filter((one) => isProduction(model, one))) {
    const monitors = monitorsOf(element);
    if (monitors.length === 0 || monitors.some(({ kind }) => kind === 'externalService')) continue;
    const key = monitors.map(({ id }) => id).join('\n');
    const known = byMonitors.get(key);
    if (known) known.watched.push(element);
    else byMonitors.set(key, { monitors, watched: [element] });
  }
  return [...byMonitors.values()];
}

interface Shared {
  readonly place: Element;
  readonly blind: readonly Element[];
}

/** The failure domain that takes all the monitors and most of what they watch; one server is asked for by colocated-roles. */
function sharedDomain(model: Architecture, { monitors, watched }: Watch): Shared | undefined {
  return domainsOfAll(model, monitors)
    .map((place) => ({ place, blind: watched.filter((one) => neededDomains(model, one).includes(place)) }))
    .reduce<Shared | undefined>((most, one) => (one.blind.length > (most?.blind.length ?? 0) ? one : most), undefined);
}

function domainsOfAll(model: Architecture, monitors: readonly Element[]): readonly Element[] {
  const [first = [], ...others] = monitors.map((monitor) => neededDomains(model, monitor));
  return first.filter((domain) => others.every((domains) => domains.includes(domain)));
}

/** Who would have to tell a failure domain; nobody where the monitors stand apart. */
function placesUntold(model: Architecture, { monitors, watched }: Watch): readonly Element[] {
  const untold = monitors.filter((monitor) => isUntold(model, monitor));
  if (untold.length > 0 || domainsOfAll(model, monitors).length === 0) return untold;
  const silent = watched.filter((element) => isUntold(model, element));
  return unitsOf(model, silent);
}

function isUntold(model: Architecture, element: Element): boolean {
  const members = model.clusterById.get(element.id)?.members.flatMap((id) => model.byId.get(id) ?? []) ?? [element];
  return members.some((member) => model.domainsOf(member).every(({ kind }) => kind === 'region'));
}

function unitsOf(model: Architecture, elements: readonly Element[]): readonly Element[] {
  return [...groupBy(elements, (element): Element => model.hostOf(element) ?? element).keys()];
}

/** One of it, that no other monitoring watches. */
function isUnnoticed(model: Architecture, watches: Watching, monitor: Element): boolean {
  const { instances = 1 } = monitor.facts;
  const several = (model.clusterById.get(monitor.id)?.members.length ?? 1) > 1;
  const runs = typeof instances === 'number' ? instances : instances.min;
  return runs < 2 && !several && watches(monitor).every((flow) => monitorOf(model, flow) === monitor);
}
