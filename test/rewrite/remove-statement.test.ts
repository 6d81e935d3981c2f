import { loadText, rewriteText, wrap } from './apply-edits.js';

const guard = `const f = site.firewall('f');\nconst a = site.appServer('a');\n`;

test.each([
  ['a line', `f.denies('10.0.0.0/8', a);\nf.allows('10.0.0.0/8', a);`, `f.denies('10.0.0.0/8', a);`],
  [
    'a comment at its end',
    `f.denies('10.0.0.0/8', a);\nf.allows('10.0.0.0/8', a); // once`,
    `f.denies('10.0.0.0/8', a);`,
  ],
  [
    'not the comment of others',
    `// both\nf.allows('10.0.0.0/8', a);\nf.denies('10.0.0.0/8', a);`,
    `// both\nf.denies('10.0.0.0/8', a);`,
  ],
  [
    'its own comment',
    `f.denies('10.0.0.0/8', a);\n\n// one\nf.allows('10.0.0.0/8', a);\n\na.accepts({ rule: 'x', because: 'y' });`.replace(
      "'x'",
      "'hygiene/waiver'",
    ),
    `f.denies('10.0.0.0/8', a);\n\na.accepts({ rule: 'hygiene/waiver', because: 'y' });`,
  ],
  ['one of a line', `f.allows('10.0.0.0/8', a); f.denies('10.0.0.0/8', a);`, `f.denies('10.0.0.0/8', a);`],
  ['several lines', `f.allows(\n  '10.0.0.0/8',\n  a,\n);\nf.denies('10.0.0.0/8', a);`, `f.denies('10.0.0.0/8', a);`],
])('%s', async (_, before, expected) => {
  const text = wrap(guard + before);
  const model = await loadText(text);
  const remove = model.byId.get('f')!.rules!.find(({ action }) => action === 'allow')!.at!;
  const edited = rewriteText(text, model, [{ remove }]);
  expect(edited.text).toBe(wrap(guard + expected));
  expect(edited.outcomes).toMatchObject([
    { outcome: 'written', touches: { noun: 'statement', names: [expect.stringMatching(/^f rule/)] } },
  ]);
  expect(rewriteText(text, model, [{ remove }, { remove }]).text).toBe(edited.text);
});

test.each([
  [
    'on one line',
    `site.firewall('f', { incoming: 'deny' }).allows('10.0.0.0/8', a);`,
    `site.firewall('f', { incoming: 'deny' });`,
  ],
  [
    'on lines of their own',
    `site\n  .firewall('f', { incoming: 'deny' })\n  // once\n  .allows('10.0.0.0/8', a); // the office`,
    `site\n  .firewall('f', { incoming: 'deny' }); // the office`,
  ],
  [
    'as what an arrow gives',
    `[site].map((one) => one.firewall('f').allows('10.0.0.0/8', a));`,
    `[site].map((one) => one.firewall('f'));`,
  ],
])('of a chain it takes its own call only: %s', async (_, before, expected) => {
  const text = wrap(`const a = site.appServer('a');\n${before}`);
  const model = await loadText(text);
  const remove = model.byId.get('f')!.rules![0]!.at!;
  const edited = rewriteText(text, model, [{ remove }]);
  expect(edited.text).toBe(wrap(`const a = site.appServer('a');\n${expected}`));
  expect((await loadText(edited.text)).byId.get('f')?.rules ?? []).toEqual([]);
});

test('it is refused where it is no statement of its own', async () => {
  const text = wrap(`${guard}[a].forEach((one) => f.allows('10.0.0.0/8', one));`);
  const model = await loadText(text);
  const remove = model.byId.get('f')!.rules![0]!.at!;
  expect(rewriteText(text, model, [{ remove }]).outcomes).toMatchObject([
    { outcome: 'refused', reason: 'it is no statement of its own' },
  ]);
});
