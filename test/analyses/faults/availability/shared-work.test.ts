import { modelLimits, shareWork } from '../../../../src/analyses/faults/availability/limits.js';

describe('the work that the journeys of a model share', () => {
  test('lets the first diagrams grow to the limit of one, and the rest to little more than nothing', () => {
    const work = shareWork(100, modelLimits);
    expect(work.diagram()).toEqual({ nodes: modelLimits.nodes, steps: modelLimits.steps });
    work.spend(modelLimits.steps * 4.5);
    expect(work.diagram().steps).toBe(modelLimits.steps / 2);
    work.spend(modelLimits.steps);
    expect(work.diagram().steps).toBe(50_000);
  });

  test('gives each its share of the samples, one of few no more than it can use, one of many enough to say something', () => {
    expect(shareWork(1, modelLimits).sampling).toBe(modelLimits.sampling / 2);
    expect(shareWork(100, modelLimits).sampling).toBe(modelLimits.sampling / 100);
    expect(shareWork(100_000, modelLimits).sampling).toBe(1_000_000);
  });

  test('is never more than what was asked for', () => {
    const work = shareWork(3, { nodes: 10, steps: 20, sampling: 30 });
    expect(work.diagram()).toEqual({ nodes: 10, steps: 20 });
    expect(work.sampling).toBe(30);
  });
});
