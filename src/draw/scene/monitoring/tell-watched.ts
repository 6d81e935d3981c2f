import { endpointsOf } from '../../../analyses/network/endpoints.js';
import { isComplete } from '../../../audit/questions/is-complete.js';
import { monitorOf, watchedBy, watching } from '../../../audit/questions/monitoring.js';
import { onceAModel } from '../../../audit/questions/once-a-model.js';
import type { Architecture, Element, ElementId, Flow } from '../../../graph/architecture.js';
import { traits } from '../../../vocabulary/kinds.js';
import { packFacts } from '../../text/pack-facts.js';
import { grouped } from '../bundle-strokes.js';
import { joined, shownName } from '../spoken.js';
import type { Told } from '../view.js';
import { asked, lackOfWatch } from './asks-watching.js';
import { sentWords } from './sent-words.js';

/** What is sent to whom, where no line says it, and what nothing watches. */
export function tellWatched(
  element: Element,
  model: Architecture,
  hasEye: boolean,
  _hasShield = false,
  drawn: ReadonlySet<ElementId> = new Set(),
): Told {
  const lack = lackOfWatch(model, element) ?? (alertsNobody(model, element) ? 'alerts nobody' : undefined);
  const flows = takenFrom(model).get(element) ?? [];
  const asks = probed(model).get(element) ?? [];
  const words = hasEye ? wordsWithoutLine(model, flows, asks, drawn) : [];
  return {
    ...(words.length > 0 && { facts: isFrame(model, element) ? words : packFacts(words) }),
    ...(lack && { pill: { sort: lack, text: lack } }),
    spoken: [
      ...spokenWatch(model, flows),
      ...(asks.length > 0 ? ['Somebody asks from outside whether it answers'] : []),
      ...(lack ? [sentences[lack]] : []),
    ],
  };
}

/** What a line says already is not said again. */
function wordsWithoutLine(
  model: Architecture,
  flows: readonly Flow[],
  asks: readonly Flow[],
  drawn: ReadonlySet<ElementId>,
): readonly string[] {
  const hasNoLine = (flow: Flow) => !drawn.has(monitorOf(model, flow)?.id ?? '');
  const isAsked = asks.some(({ from }) => !drawn.has(from));
  return [...watchWords(model, flows.filter(hasNoLine)), ...(isAsked ? ['asked from outside'] : [])];
}

/** The small print of a frame is one line. */
function isFrame(model: Architecture, element: Element): boolean {
  return model.clusterById.has(element.id) || model.children(element).some(({ kind }) => traits(kind).running === true);
}

/** What answers where somebody outside asks, and the flows of those who do. */
const probed = onceAModel((model) => {
  const asks = new Map<Element, Flow[]>();
  for (const flow of model.flows.filter(({ verb }) => verb === 'probes')) {
    const target = model.byId.get(flow.to);
    for (const one of new Set(target ? [target, ...endpointsOf(model, target)] : []))
      asks.set(one, [...(asks.get(one) ?? []), flow]);
  }
  return asks;
});

const sentences = {
  'not watched': 'Nothing watches it',
  'not stated': 'Whether anything watches it is not stated',
  'alerts nobody': 'It alerts nobody',
} as const;

/** The flows of `reports` and `watches` about each element: its own, and those of agents that speak for it. */
const takenFrom = onceAModel((model) => {
  const flows = new Map<Element, Flow[]>();
  for (const flow of model.flows) {
    const watched = flow.verb === 'watches' || flow.verb === 'reports' ? watchedBy(model, flow) : undefined;
    if (watched) flows.set(watched, [...(flows.get(watched) ?? []), flow]);
  }
  return flows;
});

const monitorsOf = onceAModel((model) => {
  const flows = [...takenFrom(model).values()].flat();
  return new Set(flows.map((flow) => monitorOf(model, flow)));
});

/** `Sumo Logic: metrics, logs`; without the name where there is one only. */
function watchWords(model: Architecture, flows: readonly Flow[]): readonly string[] {
  const isOnly = monitorsOf(model).size === 1;
  return [...grouped(flows, (flow) => sentWords(model, flow))].map(([sent, alike]) => {
    const names = isOnly ? '' : [...new Set(alike.map((flow) => nameOf(model, flow)))].join(', ');
    if (names === '' || names === sent) return sent;
    if (sent === '') return `by ${names}`;
    return `${names}: ${sent}`;
  });
}

function nameOf(model: Architecture, flow: Flow): string {
  const monitor = monitorOf(model, flow);
  return monitor ? shownName(monitor) : '?';
}

function spokenWatch(model: Architecture, flows: readonly Flow[]): readonly string[] {
  return [...grouped(flows, (flow) => nameOf(model, flow))].map(([name, alike]) => {
    const sent = [...new Set(alike.flatMap(({ facts }) => facts.sends ?? []))];
    return `${name} watches it${sent.length === 0 ? '' : ` and gets ${joined(sent)}`}`;
  });
}

/** It takes figures, and the model tells all alerts, and there are none of it. */
function alertsNobody(model: Architecture, element: Element): boolean {
  if (!isComplete(model, 'alerts') || !takesFigures(model).has(element)) return false;
  return !model.outgoing(element).some(({ verb }) => verb === 'alerts');
}

const takesFigures = onceAModel((model) => {
  const watches = watching(model);
  return new Set(asked(model).flatMap((element) => watches(element).map((flow) => monitorOf(model, flow))));
});
