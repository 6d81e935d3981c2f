import { onceAModel } from '../../../src/audit/questions/once-a-model.js';
import type { Architecture } from '../../../src/graph/architecture.js';

test('each model is asked once, and answers for itself', () => {
  const asked: unknown[] = [];
  const question = onceAModel((model) => {
    asked.push(model);
    return asked.length > 1 ? undefined : 'first';
  });
  const [one, other] = [{} as Architecture, {} as Architecture];
  expect([question(one), question(other), question(one), question(other)]).toEqual([
    'first',
    undefined,
    'first',
    undefined,
  ]);
  expect(asked).toEqual([one, other]);
});
