import { onceAModel, onceAnElement } from '../../../src/audit/questions/once-a-model.js';
import type { Architecture, Element } from '../../../src/graph/architecture.js';

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

test('each element is asked once', () => {
  const asked: Element[] = [];
  const question = onceAnElement((element) => {
    asked.push(element);
    return [element];
  });
  const [one, other] = [{ id: 'one' } as Element, { id: 'other' } as Element];
  expect([question(one), question(other), question(one)]).toEqual([[one], [other], [one]]);
  expect(asked).toEqual([one, other]);
});
