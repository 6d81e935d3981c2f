import {
  type Architecture,
  alike,
  defineRule,
  type Edit,
  type Element,
  type Flow,
  isComplete,
  type Kind,
  type RuleContext,
  traits,
} from '../../rules-api.js';

/** They guard themselves, run at a provider's edge, or are a way to a person: no packet filter could stand before them. */
const exempt: readonly Kind[] = ['cdn', 'waf', 'agent', 'alertChannel'];

export default defineRule({
  id: 'network/internet-unguarded',
  severity: 'critical',
  summary: 'Packets from the internet reach it without passing a firewall.',
  impact:
    'Whatever it listens to is open to everybody: every port, every forgotten service, every flaw not yet mended.',
  remedy: 'Put a firewall in front that lets in only what visitors need, and denies the rest.',
  references: ['CWE-501', 'STRIDE:E', 'AWS SEC05-BP02', 'NIST SC-7'],
  messages: {
    one: 'No firewall stands between the internet and {{elements}}.',
    more: 'No firewall stands between the internet and {{elements}}, and {{others}} open too.',
  },

  check({ model, network, pass, report, unknown }) {
    const open = new Set<Element>();
    for (const element of model.elements.filter((one) => isAsked(model, one))) {
      const { passage, guards } = network.exposureOf(element);
      const unit = model.hostOf(element) ?? element;
      if (passage === 'open' && guards.length === 0) open.add(unit);
      else if (passage !== 'unknown' || guards.length > 0) pass(element);
      else unknown(element, 'complete: firewalls');
    }
    const { visited, alongside, apart } = sortedOut({ model, network }, [...open]);
    if (visited.length > 0) {
      const evidence = { flows: entriesOf({ model, network }, visited) };
      const fix = guarding(model, [...visited, ...alongside]);
      report({ ...words(visited, alongside.length), at: [...visited, ...alongside], evidence, fix });
    }
    // Where nobody is known to come from outside, and no address is public, the way is open all the same.
    if (apart.length > 0) {
      const fix = guarding(model, apart);
      report({ at: apart, message: 'one', data: { elements: apart }, severity: 'high', fix });
    }
  },
});

/** A provider's NAT that listens to nothing lets in answers alone; a machine that does the same is a machine. */
function isAsked(model: Architecture, element: Element): boolean {
  const { kind, listeners = [] } = element;
  if (kind === 'natGateway' && listeners.length === 0 && !model.hostOf(element)) return false;
  return traits(kind).running === true && !exempt.includes(kind);
}

function words(elements: readonly Element[], besides: number) {
  if (besides === 0) return { message: 'one', data: { elements } } as const;
  const others = besides === 1 ? '1 other lies' : `${besides} others lie`;
  return { message: 'more', data: { elements, others } } as const;
}

type Judge = Pick<RuleContext, 'model' | 'network'>;

interface SortedOut {
  /** Somebody outside is known to come to it, or to one made alike. */
  readonly visited: readonly Element[];
  /** Open for want of the same firewall as one that is visited. */
  readonly alongside: readonly Element[];
  readonly apart: readonly Element[];
}

function sortedOut(judge: Judge, open: readonly Element[]): SortedOut {
  const { model } = judge;
  const isVisited = (unit: Element) => entriesOf(judge, [unit]).length > 0 || isPublic(model, unit);
  const visited = new Set(alike(open).flatMap((elements) => (elements.some(isVisited) ? elements : [])));
  const borders = new Set([...visited].map((unit) => unguardedBorder(model, unit)));
  const others = open.filter((unit) => !visited.has(unit));
  return {
    visited: [...visited],
    alongside: others.filter((unit) => borders.has(unguardedBorder(model, unit))),
    apart: others.filter((unit) => !borders.has(unguardedBorder(model, unit))),
  };
}

/**
 * Where the one firewall would stand that closes the way: at the border of the site (`undefined`) where the model tells
 * all firewalls; else only zones that say so are known to be open, and it is the outermost of them.
 */
function unguardedBorder(model: Architecture, unit: Element): Element | undefined {
  if (isComplete(model, 'firewalls')) return undefined;
  return [unit, ...model.ancestors(unit)].filter(({ kind }) => kind === 'zone').at(-1);
}

/**
 * A firewall at each border that stands open: of the outermost zone that says so, or of the site; where others stand inside
 * of it already, around what none of them guards. What it has to let in the model does not tell in full, so that its rules
 * stay open.
 */
function guarding(model: Architecture, units: readonly Element[]): readonly Edit[] {
  const firewalls = model.byKind.firewall;
  const partly = new Set(firewalls.flatMap((firewall) => model.ancestors(firewall)));
  const openAround = (unit: Element) => model.ancestors(unit).filter(({ facts }) => facts.open === true);
  const border = (unit: Element): Element | undefined => {
    const zone = openAround(unit).at(-1);
    return (zone ? partly.has(zone) : firewalls.length > 0) ? unit : zone;
  };
  const closed = new Set(units.flatMap((unit) => (border(unit) === unit ? [] : openAround(unit))));
  return [
    ...[...closed].map((on) => ({ on, set: { open: undefined } })),
    ...[...new Set(units.map(border))].map((on) => ({
      on: on ?? ('model' as const),
      call: 'firewall',
      args: [freeName(model, on), { incoming: 'filtered' }],
    })),
  ];
}

/** One that nothing beside it has. */
function freeName(model: Architecture, place: Element | undefined): string {
  const beside = place ? model.children(place) : model.elements.filter(({ parent }) => parent === undefined);
  const taken = new Set(beside.map(({ name }) => name));
  let name = 'firewall';
  for (let number = 2; taken.has(name); number += 1) name = `firewall ${number}`;
  return name;
}

function isPublic(model: Architecture, unit: Element): boolean {
  return [unit, ...model.children(unit)].some(({ facts }) => Boolean(facts.publicAddress));
}

/** By which flows people come to what stands there. */
function entriesOf({ model, network }: Judge, units: readonly Element[]): readonly Flow[] {
  const inside = units.flatMap((unit) => [unit, ...model.children(unit)]).filter(({ kind }) => traits(kind).running);
  return inside.flatMap((element) => network.exposureOf(element).entries);
}
