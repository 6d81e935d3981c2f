import { everyModel, flawsOf } from './support/failing.js';

const models = await everyModel();
/** All of them: failure-pictures.long.test.ts. */
const sample = 9;

test('every model of the repository and every fixture is looked at', () => {
  expect(models.size).toBeGreaterThanOrEqual(13);
});

test.each([...models.keys()])('in pictures of failures of %s nothing overlaps and nothing is lost', async (name) => {
  const model = models.get(name)!;
  const fails = model.elements.map(({ id }) => id).filter((_, index) => index % sample === 1);
  expect(fails.length).toBeGreaterThan(0);
  expect(await flawsOf(model, fails)).toEqual([]);
});
