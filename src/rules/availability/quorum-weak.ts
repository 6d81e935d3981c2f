import {
  type Architecture,
  decidesByVote,
  defineRule,
  type Element,
  endpointsOf,
  type Faults,
  groupBy,
  isProduction,
  type SinglePoint,
} from '../../rules-api.js';

export default defineRule({
  id: 'availability/quorum-weak',
  severity: 'high',
  summary: 'A group that decides by vote loses its majority with one failure, or has a vote too many.',
  impact:
    'Without a majority nothing is decided: no leader is chosen, nothing takes over, and what waits for the vote stands still.',
  remedy:
    'Use three or five voters, in three places that fail apart, so that a majority outlives the loss of any one of them.',
  references: ['STRIDE:D', 'AWS REL11-BP02'],
  messages: {
    few: '{{group}} decides by a vote of {{count}}, and no majority is left when one fails.',
    even: '{{group}} decides by a vote of {{count}}, and outlives no more failures than a vote of {{fewer}}.',
    together: '{{held}} of {{count}} voters of {{group}} stand in {{place}}, and no majority is left without it.',
  },

  check({ model, faults, pass, report, unknown }) {
    for (const { group, count, holds, untold, members } of votes(model)) {
      const [place, held] = [...holds].find(([, votes]) => votes * 2 >= count) ?? [];
      const shown = { at: group, evidence: { elements: members }, ...oneMore(group, count) };
      if (isCounted(faults, members)) continue;
      if (count < 3) report({ ...shown, message: 'few', data: { group, count } });
      else if (place && held !== undefined && !isCounted(faults, [place])) {
        const evidence = { elements: [...members, place] };
        report({ at: group, message: 'together', data: { held, count, group, place }, evidence });
      } else if (count % 2 === 0)
        report({ ...shown, message: 'even', data: { group, count, fewer: count - 1 }, severity: 'medium' });
      else if (place) continue;
      else if (untold.length > 0) for (const member of untold) unknown(member, 'standsIn');
      else pass(group);
    }
  },
});

/** Instances are one number; a member of a group has to be made. */
function oneMore(group: Element, count: number) {
  return group.kind === 'coordinator'
    ? { fix: [{ on: group, set: { instances: count + (count % 2 === 0 ? 1 : 2) } }] }
    : {};
}

/** Where one of them alone breaks a journey, the rules of single points say so. */
function isCounted(faults: Faults, elements: readonly Element[]): boolean {
  const points = elements.flatMap((element): readonly SinglePoint[] => {
    const point = faults.singlePointOf(element);
    return point && point.root === element && !point.onlyListed ? [point] : [];
  });
  return points.length > 0;
}

/** A group that decides by majority. */
interface Vote {
  readonly group: Element;
  readonly members: readonly Element[];
  readonly count: number;
  /** How many of the votes fall with a place, from the innermost outwards. */
  readonly holds: ReadonlyMap<Element, number>;
  /** Voters of which no place is told. */
  readonly untold: readonly Element[];
}

function votes(model: Architecture): readonly Vote[] {
  const clusters = model.byKind.cluster.flatMap((group): readonly Vote[] => {
    const members = endpointsOf(model, group);
    if (!isProduction(model, group) || !decidesByVote(group, members)) return [];
    const placed = members.map((member) => ({ member, places: placesOf(model, member) }));
    const places = groupBy(
      placed.flatMap((voter) => voter.places),
      (place) => place,
    );
    const untold = placed.flatMap((voter) => (voter.places.length === 0 ? [voter.member] : []));
    const holds = new Map([...places].map(([place, found]) => [place, found.length]));
    return [{ group, members, count: members.length, holds, untold }];
  });
  const instances = model.byKind.coordinator.flatMap((group): readonly Vote[] => {
    const count = group.facts.instances;
    if (typeof count !== 'number' || count < 2 || !isProduction(model, group)) return [];
    const holds = spreadOf(model, group, count);
    return [{ group, members: [], count, holds, untold: holds.size === 0 ? [group] : [] }];
  });
  return [...clusters, ...instances];
}

/** What fails with everything in it; an account or an uplink that is lost does not part the voters. */
function placesOf(model: Architecture, element: Element): readonly Element[] {
  const host = model.hostOf(element);
  return [...(host ? [host] : []), ...model.domainsOf(element).filter(isPlace)];
}

function isPlace({ kind, facts }: Element): boolean {
  if (kind === 'failureDomain') return facts.domainRole !== 'account' && facts.domainRole !== 'uplink';
  return kind === 'availabilityZone';
}

/** Instances are spread evenly over the places named, the first of which take one more. */
function spreadOf(model: Architecture, group: Element, count: number): ReadonlyMap<Element, number> {
  const named = (group.facts.standsIn ?? []).flatMap((id) => model.byId.get(id) ?? []);
  const host = model.hostOf(group);
  if (host) return new Map(placesOf(model, group).map((place) => [place, count]));
  const holds = new Map<Element, number>();
  for (const [index, domain] of named.entries()) {
    const votes = Math.floor(count / named.length) + (index < count % named.length ? 1 : 0);
    for (const place of [domain, ...model.ancestors(domain)].filter(isPlace))
      holds.set(place, (holds.get(place) ?? 0) + votes);
  }
  return holds;
}
