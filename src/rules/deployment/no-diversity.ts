import { defineRule, type Element, groupBy, isProduction, runningOn, traits } from '../../rules-api.js';

export default defineRule({
  id: 'deployment/no-diversity',
  severity: 'low',
  summary: 'All members of a redundant group run the same software, layer by layer.',
  impact:
    'They do not fail apart where it counts: one vulnerability, one bad update or one poisonous request hits every one of ' +
    'them at once.',
  remedy: 'Update them one after the other and watch the first; where it matters most, let some run other software.',
  references: ['STRIDE:D', 'NIST SC-29', 'AWS REL10-BP03'],
  options: { fewestRoles: 2 },
  messages: { alike: '{{members}} all run the same {{stack}}.' },

  check({ model, options, pass, report, unknown }) {
    const on = runningOn(model);
    const tiers = groupBy(
      model.byKind.server.filter((server) => server.tier !== undefined && isProduction(model, server)),
      ({ tier }) => tier,
    );
    for (const members of tiers.values()) {
      if (members.length < 2) continue;
      const stacks = members.map((member) => stackOf(member));
      const shared = (stacks[0] ?? []).filter((layer) =>
        stacks.every((stack) => stack.some((other) => isSame(layer, other))),
      );
      // One role a server: a flaw in it leaves the other roles standing.
      if (shared.length < options.fewestRoles) {
        const untold = untoldOf(stacks, shared, options.fewestRoles);
        for (const element of untold) unknown(element, 'software');
        if (untold.length === 0) for (const member of members) pass(member);
        continue;
      }
      report({
        at: members,
        message: 'alike',
        data: { members, stack: shared.map(({ noun, software }) => software ?? noun) },
        evidence: { elements: stacks.flat().map(({ element }) => element) },
      });
    }

    function stackOf(server: Element): readonly Layer[] {
      return on(server).map((element) => {
        const { software, engine } = element.facts;
        return { element, noun: traits(element.kind).noun, software: software ?? engine };
      });
    }
  },
});

/** One thing that runs on a server. */
interface Layer {
  readonly element: Element;
  readonly noun: string;
  readonly software: string | undefined;
}

/** Made alike, and nothing says that they differ. */
function isSame(one: Layer, other: Layer): boolean {
  return isOfKind(one, other) && one.software === other.software;
}

/** What would have to be told: where only some of a kind say what runs there, all may be the same, and that be enough. */
function untoldOf(stacks: readonly (readonly Layer[])[], shared: readonly Layer[], fewest: number): readonly Element[] {
  const mayBe = (layer: Layer, other: Layer) => other.software === undefined || other.software === layer.software;
  const doubtful = stacks
    .flat()
    .filter((layer) => layer.software !== undefined && !shared.some((one) => one.element.kind === layer.element.kind))
    .filter((layer) => stacks.every((stack) => stack.some((other) => isOfKind(layer, other) && mayBe(layer, other))));
  const kinds = new Set(doubtful.map(({ element }) => element.kind));
  if (shared.length + kinds.size < fewest) return [];
  return stacks
    .flat()
    .flatMap(({ element, software }) => (software === undefined && kinds.has(element.kind) ? element : []));
}

function isOfKind(one: Layer, other: Layer): boolean {
  return one.element.kind === other.element.kind;
}
