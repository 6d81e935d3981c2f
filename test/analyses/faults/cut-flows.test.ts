import fc from 'fast-check';
import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { randomModels } from '../../support/random-models.js';
import { chain, withReplica } from '../support/chain.js';
import { counts, flowIsFine, naiveWorks, providersIn } from '../support/naive-faults.js';
import { randomArchitecture } from '../support/random-architecture.js';
import { tapes } from '../support/tape.js';

const modes = ['read', 'write'] as const;

/** `app writes db`. */
function cutWith(model: Architecture, ...failed: readonly string[]): readonly string[] {
  const { cutFlows } = analyseFaults(model).simulate(failed);
  return cutFlows.map(({ from, verb, to }) => `${from} ${verb} ${to}`);
}

describe('a flow is cut', () => {
  test('when its target is down, and so are those that lead to its source', () => {
    expect(cutWith(chain().graph(), 'db')).toEqual([
      'user visits web',
      'web forwards app',
      'app writes db',
      'app reads db',
    ]);
    expect(cutWith(chain().graph(), 'web')).toEqual(['user visits web']);
    expect(cutWith(chain().graph())).toEqual([]);
  });

  test('when what it goes through is down', () => {
    const d = chain();
    d.element('bastion', 'bastion');
    d.element('objectStore', 'files');
    d.flow('app', 'writes', 'files', { through: ['bastion'], optional: true });
    expect(cutWith(d.graph(), 'bastion')).toEqual(['app writes files']);
  });

  test('not when a replica answers, nor when the other mode still takes it', () => {
    const d = withReplica(chain(), { failover: { by: 'coordinator' } });
    d.element('coordinator', 'coordinator');
    expect(cutWith(d.graph(), 'db')).toEqual([]);
    const reads = chain();
    reads.element('database', 'journal');
    reads.flow('app', 'writes', 'journal');
    expect(cutWith(reads.graph(), 'journal')).toEqual(['app writes journal']);
  });

  test('never where nothing depends on it', () => {
    const d = chain();
    d.element('backupStore', 'backup');
    d.flow('db', 'backsUp', 'backup');
    expect(cutWith(d.graph(), 'backup')).toEqual([]);
  });
});

test('cut flows are those that the definition cannot take in any mode that they count in, on random systems', () => {
  fc.assert(
    fc.property(tapes, fc.nat(), fc.nat(), (numbers, first, second) => {
      const model = randomArchitecture(numbers);
      const ids = [...model.elements.map(({ id }) => id), ...[...providersIn(model)].map((name) => `provider/${name}`)];
      const failed = new Set([ids[first % ids.length]!, ids[second % ids.length]!]);
      const works = new Map(modes.map((mode) => [mode, naiveWorks(model, failed, mode)]));
      const used = (verb: string) => model.flows.some((flow) => flow.verb === verb);
      const telling = modes.filter((mode) => used('reads') === used('writes') || used(`${mode}s`));
      const naive = model.flows.filter((flow) => {
        const asked = telling.filter((mode) => counts(flow, mode));
        return asked.length > 0 && !asked.some((mode) => flowIsFine(model, works.get(mode)!, flow, mode));
      });
      expect(analyseFaults(model).simulate([...failed]).cutFlows).toEqual(naive);
    }),
    { numRuns: randomModels, seed: 20_261_125 },
  );
});
