import { monitorOf } from '../../audit/questions/monitoring.js';
import type { Element, Flow } from '../../graph/architecture.js';
import type { FailureGround } from './failure-ground.js';
import type { Scenario } from './scenario.js';

/** What watches something of what failed or stopped. */
export interface Watcher {
  readonly monitor: Element;
  /** What of it it watches; what failed of itself first. */
  readonly sees: readonly Element[];
  /** It is down itself, and sees nothing. */
  readonly isDown: boolean;
  /** Whom it alerts, directly or through others, and who of them is up. */
  readonly alerts: readonly Element[];
  /** Whom it would alert if they were up. */
  readonly unreached: readonly Element[];
}

export interface Noticing {
  readonly watchers: readonly Watcher[];
  /** What failed of itself and is watched by nothing that the model states. */
  readonly unwatched: readonly Element[];
}

/**
 * Who notices that something failed: monitoring and probes of what failed and of what stopped (where none of these works, of
 * what can now only read or only write), and whoever these alert.
 */
export function whoNotices({ ground, failed, stopped, worseOff }: Scenario): Noticing {
  const { model } = ground;
  const down = new Set([...failed, ...stopped.map(({ element }) => element)]);
  const halved = worseOff.filter(({ lost }) => lost !== undefined);
  const direct = watchersOfAll(down, ground);
  const isSeen = [...direct.keys()].some((monitor) => !down.has(monitor));
  const seen = isSeen ? direct : watchersOfAll([...down, ...halved.map(({ element }) => element)], ground);
  const watchers = [...seen].map(([monitor, sees]) => {
    const told = alertedBy(monitor, ground, down);
    return {
      monitor,
      sees,
      isDown: down.has(monitor),
      alerts: told.filter((one) => !down.has(one)),
      unreached: told.filter((one) => down.has(one)),
    };
  });
  const watched = new Set(watchers.flatMap(({ sees }) => sees));
  const unwatched = failed.filter((element) => model.byId.has(element.id) && !watched.has(element));
  return { watchers, unwatched };
}

/** What each monitor sees of some elements. */
function watchersOfAll(elements: Iterable<Element>, ground: FailureGround): ReadonlyMap<Element, readonly Element[]> {
  const seen = new Map<Element, Element[]>();
  for (const element of elements) {
    for (const monitor of watchersOf(element, ground)) {
      const list = seen.get(monitor);
      if (list) list.push(element);
      else seen.set(monitor, [element]);
    }
  }
  return seen;
}

function watchersOf(element: Element, { model, watching }: FailureGround): ReadonlySet<Element> {
  if (!model.byId.has(element.id)) return new Set();
  const monitors = watching(element).flatMap((flow) => monitorOf(model, flow) ?? []);
  const probes = model.incoming(element).filter(({ verb }) => verb === 'probes');
  return new Set(
    [...monitors, ...probes.flatMap(({ from }) => model.byId.get(from) ?? [])].filter((one) => one !== element),
  );
}

/** Along alerts as far as they lead; what is down hands nothing on. Only the last of a chain are people or reach them. */
function alertedBy(monitor: Element, { model }: FailureGround, down: ReadonlySet<Element>): readonly Element[] {
  const reached = new Set<Element>();
  const ends = new Set<Element>();
  const waiting = [monitor];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const next = model
      .outgoing(element)
      .filter(isAlert)
      .flatMap(({ to }) => model.byId.get(to) ?? []);
    if (element !== monitor && (next.length === 0 || down.has(element))) ends.add(element);
    if (down.has(element)) continue;
    for (const target of next) {
      if (reached.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  return [...ends];
}

function isAlert({ verb }: Flow): boolean {
  return verb === 'alerts';
}
