import {
  type Architecture,
  alike,
  defineRule,
  type Element,
  hiddenStores,
  isComplete,
  type Kind,
  type RuleContext,
  runningOn,
} from '../../rules-api.js';

/** Nobody outside has anything to ask of them. */
const internal: readonly Kind[] = [
  ...hiddenStores,
  'worker',
  'scheduledJob',
  'monitoringService',
  'logCollector',
  'coordinator',
  'secretStore',
];

/** Somebody outside may use them directly. */
const askable: readonly Kind[] = ['appServer', 'function'];

export default defineRule({
  id: 'network/public-ip-internal-role',
  severity: 'high',
  summary: 'What only the inside uses has a public address.',
  impact: 'One wrong line in a firewall, and it is open to everybody; without the address it would take two mistakes.',
  remedy: 'Take the public address away, and let it out through a NAT gateway where it has to call others.',
  references: ['CWE-668', 'STRIDE:E', 'NIST SC-7'],
  messages: {
    one: '{{elements}} has a public address, and nobody outside uses it.',
    more: '{{elements}} have public addresses, and nobody outside uses them.',
    carrier: '{{elements}} has a public address, and carries only what the inside uses.',
    carriers: '{{elements}} have public addresses, and carry only what the inside uses.',
  },

  check(context) {
    const { model, report } = context;
    const found = model.elements.filter((element) => isAddressedInVain(context, element));
    for (const elements of alike(found)) {
      const fix = elements.map((on) => ({ on, set: { publicAddress: false } }));
      report({ at: elements, message: elements.length > 1 ? 'more' : 'one', data: { elements }, fix });
    }
    const carriers = model.byKind.server.filter((server) => carriesInVain(context, server));
    for (const elements of alike(carriers)) {
      const fix = elements.map((on) => ({ on, set: { publicAddress: false } }));
      const evidence = { elements: elements.flatMap(runningOn(model)) };
      report({
        at: elements,
        message: elements.length > 1 ? 'carriers' : 'carrier',
        data: { elements },
        evidence,
        fix,
      });
    }
  },
});

type Judge = Pick<RuleContext, 'model' | 'network' | 'pass' | 'unknown'>;

function isAddressedInVain({ model, network, pass, unknown }: Judge, element: Element): boolean {
  const { publicAddress } = element.facts;
  const isInternal = internal.includes(element.kind);
  if (publicAddress === undefined || (!isInternal && !askable.includes(element.kind))) return false;
  const { entries } = network.exposureOf(element);
  if (publicAddress === false || (!isInternal && (entries.length > 0 || isNamed(model, element)))) {
    pass(element);
    return false;
  }
  if (isOpen({ network }, [element])) return false;
  if (isInternal || isComplete(model, 'flows')) return true;
  unknown(element, 'complete: flows');
  return false;
}

/** A server with an address that is of use to nothing on it; what says of its own address speaks for itself. */
function carriesInVain({ model, network, pass }: Judge, server: Element): boolean {
  const { publicAddress, translates } = server.facts;
  const carried = runningOn(model)(server);
  // What is not told of it may be what needs the address.
  if (publicAddress === undefined || translates !== undefined || carried.length === 0) return false;
  if (!carried.every(({ kind }) => internal.includes(kind))) return false;
  const all = [server, ...carried];
  const isUsed = all.some((one) => network.exposureOf(one).entries.length > 0 || isNamed(model, one));
  if (publicAddress === false || isUsed) {
    pass(server);
    return false;
  }
  return carried.every(({ facts }) => facts.publicAddress === undefined) && !isOpen({ network }, all);
}

/** What lets the packets in is the greater fault, and another rule's. */
function isOpen({ network }: Pick<Judge, 'network'>, elements: readonly Element[]): boolean {
  return elements.some((element) => network.exposureOf(element).passage === 'open');
}

function isNamed(model: Architecture, element: Element): boolean {
  return model.incoming(element).some(({ verb }) => verb === 'resolvesTo');
}
