import { audit, load, render } from 'stanchion/api';

const { models, problems } = await load('models/simple-web-stack.ts');
const shop = models[0]!;
const audited = audit(shop, { today: '2026-11-21' });

test('the model loads', () => {
  expect(problems).toEqual([]);
});

test('only the application talks to the database', () => {
  const talkers = shop.byKind.database.flatMap((database) => shop.incoming(database)).map((flow) => flow.from);
  expect(new Set(talkers)).toEqual(new Set(['server/application']));
});

test('nothing critical is found beyond what we know of', () => {
  const known = ['network/internet-unguarded', 'transport/plaintext-external'];
  const critical = audited.findings.filter(({ severity }) => severity === 'critical').map(({ rule }) => rule);
  expect(critical.filter((rule) => !known.includes(rule))).toEqual([]);
});

test('the picture can be drawn', async () => {
  const { svg } = await render(audited, { view: 'overview' });
  expect(svg).toContain('Simple web stack');
});
