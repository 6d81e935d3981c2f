import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/split-brain-no-fencing.js';
import { testRule } from '../../../src/testing.js';

function pair(facts: { fencing?: boolean; witness?: true; members?: 3; mode?: 'active-active' }) {
  const site = architecture('shop');
  const members = site.servers(facts.members ?? 2, 'edge', (server) => server.loadBalancer('balancer'));
  const by = facts.witness ? site.coordinator('witness') : members[1]!;
  const { fencing, mode = 'active-passive' } = facts;
  site.cluster('entrance', members, { mode, failover: { by }, ...(fencing === undefined ? {} : { fencing }) });
  return site;
}

function databases(by: 'replica' | 'orchestrator') {
  const site = architecture('shop');
  const primary = site.database('primary', { engine: 'mysql' });
  const replica = site.database('replica', { engine: 'mysql' });
  replica.replicates(primary, { failover: { by: by === 'replica' ? replica : site.coordinator('orchestrator') } });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'the loser is stopped', model: pair({ fencing: true }) },
    { name: 'a third party decides', model: pair({ witness: true, fencing: false }) },
    { name: 'three can vote', model: pair({ members: 3, fencing: false }) },
    { name: 'both serve at all times', model: pair({ mode: 'active-active', fencing: false }) },
    { name: 'an orchestrator promotes', model: databases('orchestrator') },
  ],
  invalid: [
    {
      name: 'a pair alone',
      model: pair({ fencing: false }),
      findings: [
        {
          at: 'cluster/entrance',
          severity: 'high',
          message: 'balancer on edge-1 and edge-2 take over from each other, with no third party and no fencing.',
          fix: [{ on: { element: 'cluster/entrance' }, set: { fencing: true } }],
        },
      ],
    },
    {
      name: 'a pair with nodes of other kinds beside it',
      model: (() => {
        const site = pair({ fencing: false });
        site.coordinator('elsewhere');
        return site;
      })(),
      findings: [{ at: 'cluster/entrance', evidence: ['edge-1/balancer', 'edge-2/balancer'] }],
    },
  ],
  cannotTell: [
    { name: 'a pair that does not say', model: pair({}), missing: ['fencing'] },
    { name: 'a replica that promotes itself', model: databases('replica'), missing: ['fencing'] },
  ],
});
