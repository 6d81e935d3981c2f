import {
  alike,
  defineRule,
  type Element,
  hiddenStores,
  isComplete,
  type Kind,
  type RuleContext,
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
  },

  check(context) {
    const { model, report } = context;
    const found = model.elements.filter((element) => isAddressedInVain(context, element));
    for (const elements of alike(found)) {
      const fix = elements.map((on) => ({ on, set: { publicAddress: false } }));
      report({ at: elements, message: elements.length > 1 ? 'more' : 'one', data: { elements }, fix });
    }
  },
});

type Judge = Pick<RuleContext, 'model' | 'network' | 'pass' | 'unknown'>;

function isAddressedInVain({ model, network, pass, unknown }: Judge, element: Element): boolean {
  const { publicAddress } = element.facts;
  const isInternal = internal.includes(element.kind);
  if (publicAddress === undefined || (!isInternal && !askable.includes(element.kind))) return false;
  const { entries, passage } = network.exposureOf(element);
  const isNamed = model.incoming(element).some(({ verb }) => verb === 'resolvesTo');
  if (publicAddress === false || (!isInternal && (entries.length > 0 || isNamed))) {
    pass(element);
    return false;
  }
  // What lets the packets in is the greater fault, and another rule's.
  if (passage === 'open') return false;
  if (isInternal || isComplete(model, 'flows')) return true;
  unknown(element, 'complete: flows');
  return false;
}
