import { readdirSync } from 'node:fs';
import { architecture, http } from 'stanchion';
import { audit, load } from 'stanchion/api';

function shop(name = 'Shop') {
  const site = architecture(name);
  const web = site.server('server').webServer('nginx', { listens: http() });
  site.user('visitor').visits(web);
  return site;
}

describe('a site that was built here', () => {
  test('is a model, with positions in this file', async () => {
    const { models, problems } = await load(shop());
    expect(problems).toEqual([]);
    expect(models.map(({ name }) => name)).toEqual(['Shop']);
    expect(models[0]?.at).toMatchObject({ file: 'test/api/load.test.ts', line: 6 });
    expect(models[0]?.elements.map(({ id, at }) => [id, at?.line])).toEqual([
      ['server', 7],
      ['server/nginx', 7],
      ['user/visitor', 8],
    ]);
  });

  test('and so are several by environment', async () => {
    const { models } = await load({ production: shop(), staging: shop() });
    expect(models.map(({ name, facts }) => [name, facts.environment])).toEqual([
      ['Shop', 'production'],
      ['Shop', 'staging'],
    ]);
  });

  test('may be changed afterwards without changing the model', async () => {
    const site = shop();
    const { models } = await load(site);
    site.server('another');
    expect(models[0]?.elements).toHaveLength(3);
    expect((await load(site)).models[0]?.elements).toHaveLength(4);
    expect(Object.isFrozen(models[0]?.elements)).toBe(true);
  });

  test('with a mistake is a problem, with its place, and nothing is thrown', async () => {
    const site = architecture('Twice');
    site.server('same');
    site.server('same');
    const { models, problems } = await load(site);
    expect(models).toEqual([]);
    expect(problems).toMatchObject([{ file: 'test/api/load.test.ts', line: 45 }]);
  });
});

describe('files', () => {
  test('are evaluated in the sandbox', async () => {
    const { models, problems } = await load('models/simple-web-stack.ts');
    expect(problems).toEqual([]);
    expect(models[0]?.at).toMatchObject({ file: 'models/simple-web-stack.ts' });
  });

  test('may be several, in order, relative to a folder', async () => {
    const { models } = await load(['simple-web-stack.ts', 'scaled-up.ts'], { folder: 'models', checkTypes: false });
    expect(models.map(({ at }) => at?.file)).toEqual(['simple-web-stack.ts', 'scaled-up.ts']);
  });

  test('that do not exist are problems', async () => {
    const { models, problems } = await load('nowhere.ts');
    expect(models).toEqual([]);
    expect(problems).toMatchObject([{ message: expect.stringContaining('nowhere.ts') }]);
  });
});

test('the audit is of the day that is named', async () => {
  const site = architecture('Ageing');
  site.certificate('www', { expires: '2026-06-01' });
  const { models } = await load(site);
  expect(audit(models[0]!, { today: '2026-06-02' }).today).toBe('2026-06-02');
});

test('nothing is printed, nothing is written', async () => {
  const before = readdirSync('.');
  const { stdout, stderr } = process;
  const written: unknown[] = [];
  const write = [stdout.write, stderr.write] as const;
  stdout.write = stderr.write = (text: unknown) => written.push(text) > 0;
  try {
    const { models } = await load(['models/simple-web-stack.ts', 'nowhere.ts']);
    for (const model of models) audit(model, { today: '2026-11-21' });
  } finally {
    [stdout.write, stderr.write] = write;
  }
  expect(written).toEqual([]);
  expect(readdirSync('.')).toEqual(before);
});
