import {
  type Architecture,
  defineRule,
  type Element,
  harmlessPlaces,
  isProduction,
  judgeSharedPlaces,
  membersOfGroups,
  sharedMessages,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'availability/spof-hidden-shared',
  severity: 'high',
  summary: 'What was doubled for safety shares one host, rack, power feed, storage or network.',
  impact:
    'The second one was paid for, and fails in the same moment as the first: the service stops with what they share.',
  remedy: 'Move one of them to another host, in another rack with its own power, storage and network.',
  references: ['STRIDE:D', 'AWS REL10-BP03', 'NIST CP-8(2)'],
  messages: sharedMessages,

  check(context) {
    const { model, faults, pass, report, unknown } = context;
    if (!faults.journeys.some(({ state }) => state !== 'broken')) return;
    const places = model.elements.filter(isShared);
    for (const place of harmlessPlaces(context, places)) pass(place);
    for (const shared of judgeSharedPlaces(context, places)) report(shared);
    for (const member of membersOfGroups(model)) if (isPlaceless(model, member)) unknown(member, 'standsIn');
  },
});

/** An uplink, an availability zone and a region have rules of their own. */
function isShared({ kind, facts }: Element): boolean {
  return kind === 'server' || kind === 'zone' || (kind === 'failureDomain' && facts.domainRole !== 'uplink');
}

/** It runs somewhere, and the model does not say where. */
function isPlaceless(model: Architecture, member: Element): boolean {
  const stands = traits(member.kind).running === true || member.kind === 'server';
  const place = member.kind === 'server' ? undefined : model.hostOf(member);
  return stands && place === undefined && model.domainsOf(member).length === 0 && isProduction(model, member);
}
