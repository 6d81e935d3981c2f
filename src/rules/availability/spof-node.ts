import {
  type Architecture,
  defineRule,
  type Element,
  hasWeakVote,
  isSumOfParts,
  judgeSinglePoints,
  type Kind,
  lostJourneys,
  lostMessages,
  membersSharing,
  type RuleContext,
  type SinglePoint,
  traits,
} from '../../rules-api.js';

/** Those have rules of their own, which say more. */
const named: readonly Kind[] = ['loadBalancer', 'firewall', 'database', 'vpnGateway', 'natGateway', 'dns', 'region'];

export default defineRule({
  id: 'availability/spof-node',
  severity: 'high',
  summary: 'One server, process or place stands on every way to the service.',
  impact: 'When it fails, is restarted or is upgraded, the service is gone until it is back.',
  remedy: 'Run a second one on another host, and let whoever calls it use either.',
  references: ['STRIDE:D', 'AWS REL10-BP01', 'AWS REL11-BP02', 'NIST CP-8(2)', 'NIST CP-10', 'ISO A.8.14'],
  messages: lostMessages,

  check(context) {
    const { model, report } = context;
    for (const { roots, point } of judgeSinglePoints(context, model.elements.filter(isJudgedHere))) {
      if (isPlaceKind(point.root.kind) && isToldByOthers(context, point)) continue;
      const remedy = remedyFor(model, point.root);
      report({
        ...lostJourneys(model, roots, point),
        ...(remedy && { remedy }),
        at: roots,
        evidence: { elements: point.also, flows: point.path },
      });
    }
  },
});

/** Where it is not a process on a machine of ours. */
function remedyFor(model: Architecture, root: Element): string | undefined {
  if (isPlaceKind(root.kind)) return 'Spread what needs it over a second one.';
  return root.facts.provider !== undefined && !model.hostOf(root) ? ofProvider : undefined;
}

const ofProvider =
  'Have its provider run it in two or more availability zones and state it (`instances` with `standsIn`; of a store, its ' +
  'copies as a cluster), or let whoever calls it use a second one elsewhere.';

/** By the rules of what shares a place, of what is in it, or of a vote that is lost with it. */
function isToldByOthers({ model, faults }: Pick<RuleContext, 'model' | 'faults'>, point: SinglePoint): boolean {
  if (membersSharing(model, faults, point).length > 0 || isSumOfParts(model, faults, point)) return true;
  return point.blastRadius.some((element) => hasWeakVote(model, element));
}

function isJudgedHere({ kind, facts }: Element): boolean {
  return !named.includes(kind) && facts.domainRole !== 'uplink';
}

/** What shares a place is told by the rules of shared places; here are those that are needed for themselves. */
function isPlaceKind(kind: Kind): boolean {
  return traits(kind).place === true || traits(kind).domain === true;
}
