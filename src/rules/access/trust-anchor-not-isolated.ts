import {
  alike,
  defineRule,
  type Element,
  type FactWanted,
  groupBy,
  isProduction,
  type RuleContext,
  runningOn,
} from '../../rules-api.js';

const place: FactWanted = { fact: 'place', wanted: 'Create it on the server, or in the zone, where it stands.' };

export default defineRule({
  id: 'access/trust-anchor-not-isolated',
  severity: 'medium',
  summary: 'What keeps secrets or vouches for identities stands beside something that is easier to break into.',
  impact:
    'All the rest trusts it: whoever breaks into its neighbour is one step away from every password, and can pose as anybody.',
  remedy: 'Give it a server of its own, in a zone that nobody enters from outside.',
  references: ['STRIDE:E', 'NIST SC-3'],
  messages: {
    host: 'On {{hosts}}, {{anchors}} and {{neighbours}} run together.',
    zone: 'In the zone {{zones}}, {{anchors}} and {{entrances}} stand together, and people come in there from outside.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const beside = besides(context);
    const bad = new Map<Element, Beside>();
    for (const anchor of [...model.byKind.secretStore, ...model.byKind.identityProvider]) {
      if (!isProduction(model, anchor)) continue;
      const found = beside(anchor);
      if (found.elements.length > 0) bad.set(anchor, found);
      else if (found.place === undefined) unknown(anchor, place);
      else pass(anchor);
    }
    for (const same of groupBy(bad.keys(), (anchor) => bad.get(anchor)?.shared).entries()) {
      for (const anchors of alike(same[1])) {
        const told = anchors.flatMap((anchor) => bad.get(anchor) ?? []);
        const places = [...new Set(told.flatMap((one) => one.place ?? []))];
        const elements = [...new Set(told.flatMap((one) => one.elements))];
        const evidence = { elements: [...places, ...elements] };
        if (same[0] === 'host') {
          const data = { hosts: places, anchors, neighbours: elements };
          report({ at: anchors, message: 'host', data, evidence });
        } else {
          const data = { zones: places, anchors, entrances: elements };
          report({ at: anchors, message: 'zone', data, evidence });
        }
      }
    }
  },
});

interface Beside {
  readonly shared: 'host' | 'zone';
  /** Left out where nothing tells where it stands. */
  readonly place?: Element;
  readonly elements: readonly Element[];
}

/** What else runs on its server; else where people come in, in its zone. A secret store there is the network's matter. */
function besides({ model, network }: Pick<RuleContext, 'model' | 'network'>): (anchor: Element) => Beside {
  const on = runningOn(model);
  const entrances = groupBy(
    network.entryPoints.map(({ element }) => element).filter((element) => !isAnchor(element)),
    (element) => model.zoneOf(element),
  );
  return (anchor) => {
    const host = model.hostOf(anchor);
    const neighbours = host ? on(host).filter((element) => !isAnchor(element)) : [];
    if (host && neighbours.length > 0) return { shared: 'host', place: host, elements: neighbours };
    const zone = model.zoneOf(anchor);
    const beside = zone && anchor.kind === 'identityProvider' ? (entrances.get(zone) ?? []) : [];
    if (zone) return { shared: 'zone', place: zone, elements: beside };
    return { shared: 'host', ...(host && { place: host }), elements: [] };
  };
}

function isAnchor({ kind }: Element): boolean {
  return kind === 'secretStore' || kind === 'identityProvider';
}
