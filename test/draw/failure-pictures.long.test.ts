import { everyModel, flawsOf } from './support/failing.js';

const models = await everyModel();

test.each([...models.keys()])(
  'whatever fails in %s, nothing overlaps and nothing is lost',
  async (name) => {
    const model = models.get(name)!;
    const providers = new Set(model.elements.flatMap(({ facts }) => facts.provider ?? []));
    const fails = [...model.elements.map(({ id }) => id), ...[...providers].map((provider) => `provider/${provider}`)];
    expect(await flawsOf(model, fails)).toEqual([]);
  },
  600_000,
);
