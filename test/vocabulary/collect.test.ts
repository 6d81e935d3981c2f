import { build } from '../support/build.js';
import sample from './sample.js';

test('builds the sample of the documentation', () => {
  const [model] = build(sample);
  expect(model?.elements).toHaveLength(25);
  expect(model?.flows.map((flow) => flow.id)).toContain('load balancer balances server-2/web@plain');
  expect(model?.pools).toHaveLength(1);
});
