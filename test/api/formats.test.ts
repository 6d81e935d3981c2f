import { architecture, http } from 'stanchion';
import { audit, load, render } from 'stanchion/api';

async function audited() {
  const site = architecture('Shop');
  const web = site.server('server').webServer('nginx', { listens: http() });
  site.user('visitor').visits(web);
  const { models } = await load(site);
  return audit(models[0]!, { today: '2026-11-21' });
}

test('each format has its own type', async () => {
  const shop = await audited();
  const { svg }: { svg: string } = await render(shop, { view: 'deployment', format: 'svg', theme: 'dark' });
  const { png }: { png: Uint8Array } = await render(shop, { format: 'png', scale: 1 });
  const { dot }: { dot: string } = await render(shop, { format: 'dot', direction: 'LR' });
  const { mmd }: { mmd: string } = await render(shop, { format: 'mmd', direction: 'LR' });
  expect(svg).not.toContain('prefers-color-scheme');
  expect([...png.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  expect(dot).toContain('rankdir="LR"');
  expect(mmd).toContain('flowchart LR');
});

test('a failure can be drawn in any of them', async () => {
  const shop = await audited();
  const failure = { view: 'failure', fails: ['server'] } as const;
  expect((await render(shop, { ...failure, format: 'dot' })).dot).toContain('nginx\\nweb server\\ndead');
  expect((await render(shop, { ...failure, format: 'mmd' })).mmd).toContain('nginx<br>web server<br>dead');
  expect((await render(shop, { ...failure, format: 'png', width: 300 })).png.length).toBeGreaterThan(1000);
  expect((await render(shop, { ...failure, direction: 'LR' })).svg).toContain('read from left to right');
});

test('without icons, the text stays where it is', async () => {
  const shop = await audited();
  const [usual, plain] = [(await render(shop)).svg, (await render(shop, { icons: 'none' })).svg];
  const texts = (svg: string) => svg.match(/<text.*?<\/text>/g);
  expect(texts(plain)).toEqual(texts(usual));
  expect(usual).toContain('<use');
  expect(plain.match(/<use/g)?.length ?? 0).toBeLessThan(usual.match(/<use/g)!.length);
});

test('what would be too large, or no size at all', async () => {
  const shop = await audited();
  await expect(render(shop, { format: 'png', scale: 1000 })).rejects.toMatchObject({
    name: 'PngProblem',
    hint: expect.stringMatching(/^A scale of [\d.]+ fits/),
  });
  await expect(render(shop, { format: 'png', scale: 0 })).rejects.toThrow("'scale' is a number above 0, not 0.");
  await expect(render(shop, { format: 'png', width: Number.NaN })).rejects.toThrow(RangeError);
});
