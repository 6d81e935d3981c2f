import {
  type Architecture,
  alike,
  defineRule,
  type Edit,
  type Element,
  groupBy,
  type RuleContext,
} from '../../rules-api.js';

export default defineRule({
  id: 'network/firewall-rule-dead',
  severity: 'medium',
  summary: 'A firewall rule never matches, as earlier ones take all its packets.',
  impact:
    'Whoever wrote it believes that it does something. Where earlier rules decide the other way, what it was to forbid is ' +
    'allowed, or what it was to allow does not work.',
  remedy: 'Move the rule before those that take its packets, or delete it.',
  references: ['NIST CM-2', 'NIST AC-4'],
  messages: {
    shadowed:
      '{{rule}} of {{firewalls}} never matches: earlier rules take all its packets, and decide some the other way.',
    shadowedMore:
      '{{rules}} of {{firewalls}} never match: earlier rules take all their packets, and decide some the other way.',
    covered: '{{rule}} of {{firewalls}} never matches: earlier rules take all its packets, and decide alike.',
    coveredMore: '{{rules}} of {{firewalls}} never match: earlier rules take all their packets, and decide alike.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const deadRules = deadRulesIn(context);
    const faulty: Element[] = [];
    for (const firewall of model.byKind.firewall) {
      if (deadRules(firewall).length > 0) faulty.push(firewall);
      else if ((firewall.rules ?? []).length > 0) pass(firewall);
      else if (firewall.facts.incoming === 'filtered') unknown(firewall, 'filtered');
    }
    const removing = removalIn(model, deadRules);
    // Firewalls that are alike have the same rules, and one fault.
    for (const same of groupBy(faulty, (firewall) => JSON.stringify(deadRules(firewall))).values()) {
      for (const firewalls of alike(same)) {
        report({ ...words(deadRules(firewalls[0]!), firewalls), at: firewalls, fix: removing(firewalls) });
      }
    }
  },
});

interface DeadRule {
  /** Counted from 1, as people count. */
  readonly number: number;
  readonly isShadowed: boolean;
}

function deadRulesIn({ network }: Pick<RuleContext, 'network'>): (firewall: Element) => readonly DeadRule[] {
  const byGuard = new Map<Element, DeadRule[]>();
  for (const { guard, index, anomaly } of network.deadRules) {
    const own = byGuard.get(guard) ?? [];
    byGuard.set(guard, own);
    own.push({ number: index + 1, isShadowed: anomaly === 'shadowed' });
  }
  return (firewall) => byGuard.get(firewall) ?? [];
}

/**
 * Rules that decide as earlier ones do can go. One that was to decide otherwise says what somebody wanted, and one that is
 * written where a living one is, for several firewalls at once, goes with it.
 */
function removalIn(model: Architecture, deadRules: (firewall: Element) => readonly DeadRule[]) {
  let living: ReadonlySet<string> | undefined;
  const isDead = (firewall: Element, index: number) => deadRules(firewall).some(({ number }) => number === index + 1);
  const livingIn = (firewall: Element) => (firewall.rules ?? []).filter((_, index) => !isDead(firewall, index));
  return (firewalls: readonly Element[]): readonly Edit[] => {
    if (firewalls.flatMap(deadRules).some(({ isShadowed }) => isShadowed)) return [];
    const places = firewalls.flatMap((firewall) =>
      deadRules(firewall).flatMap(({ number }) => firewall.rules?.[number - 1]?.at ?? []),
    );
    living ??= new Set(model.byKind.firewall.flatMap(livingIn).map(({ at }) => JSON.stringify(at)));
    const known = living;
    if (places.some((place) => known.has(JSON.stringify(place)))) return [];
    return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()].map((remove) => ({ remove }));
  };
}

/** One that only repeats what others do is untidy, and harms nobody. */
function words(dead: readonly DeadRule[], firewalls: readonly Element[]) {
  const isShadowed = dead.some((one) => one.isShadowed);
  const told = isShadowed ? dead.filter((one) => one.isShadowed) : dead;
  const severity = isShadowed ? ('medium' as const) : ('low' as const);
  const names = told.map(({ number }) => `rule ${number}`);
  const rule = `Rule ${told[0]!.number}`;
  if (names.length === 1)
    return { message: isShadowed ? 'shadowed' : 'covered', data: { rule, firewalls }, severity } as const;
  const rules = [rule, ...names.slice(1)];
  return { message: isShadowed ? 'shadowedMore' : 'coveredMore', data: { rules, firewalls }, severity } as const;
}
