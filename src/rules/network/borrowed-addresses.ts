import { defineRule, isPrivateBlock } from '../../rules-api.js';

export default defineRule({
  id: 'network/borrowed-addresses',
  severity: 'low',
  summary: 'An internal network uses addresses that are not private, and nothing says that they are its own.',
  impact:
    'If they are assigned to somebody else, nothing inside can reach their owner, and whenever a route inside is missing, ' +
    'packets meant for a server of ours, with all they carry, leave for a stranger.',
  remedy:
    'Number internal networks from the blocks that are free for that (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16), or find ' +
    'out that the block is assigned to you, and accept it.',
  references: ['NIST SC-7', 'STRIDE:I'],
  messages: {
    borrowed: '{{zones}} has addresses that are not private, and nothing says they are yours: {{blocks}}.',
    more: '{{zones}} have addresses that are not private, and nothing says they are yours: {{blocks}}.',
  },

  check({ model, pass, report }) {
    const zones = model.byKind.zone.filter(({ facts }) => facts.trust === 'private' || facts.trust === 'data');
    const told = zones.map((zone) => ({ zone, blocks: [zone.facts.cidr ?? []].flat() }));
    const faulty = told.filter(({ blocks }) => blocks.some(isBorrowed));
    for (const { zone, blocks } of told) if (blocks.length > 0 && !blocks.some(isBorrowed)) pass(zone);
    if (faulty.length === 0) return;
    // They come from one plan, and are renumbered with it.
    const at = faulty.map(({ zone }) => zone);
    const blocks = faulty.flatMap((one) => one.blocks.filter(isBorrowed));
    report({ at, message: at.length > 1 ? 'more' : 'borrowed', data: { zones: at, blocks } });
  },
});

function isBorrowed(block: string): boolean {
  return isPrivateBlock(block) === false;
}
