import type { FindingEdit } from '../../src/audit/edit.js';
import { applyEdits, rewriteText, wrap } from './apply-edits.js';

const edit = (listener: string, set: Record<string, string | boolean> = { minimumVersion: '1.2' }): FindingEdit => ({
  on: { element: 'web' },
  set,
  listener,
});
const c = `const c = site.certificate('c');\n`;

test.each<[string, string, FindingEdit, string]>([
  [
    'one listener without options',
    `site.webServer('web', { listens: https(c) });`,
    edit(''),
    `site.webServer('web', { listens: https(c, { minimumVersion: '1.2' }) });`,
  ],
  [
    'one with options',
    `site.webServer('web', { listens: https(c, { minimumVersion: '1.0' }) });`,
    edit(''),
    `site.webServer('web', { listens: https(c, { minimumVersion: '1.2' }) });`,
  ],
  [
    'named ones',
    `site.webServer('web', { listens: { plain: http(), secure: https(c) } });`,
    edit('secure'),
    `site.webServer('web', { listens: { plain: http(), secure: https(c, { minimumVersion: '1.2' }) } });`,
  ],
  [
    'plain http',
    `site.webServer('web', { listens: { plain: http(), secure: https(c) } });`,
    edit('plain', { redirects: true }),
    `site.webServer('web', { listens: { plain: http({ redirects: true }), secure: https(c) } });`,
  ],
  [
    'a const',
    `const secure = https(c);\nsite.webServer('web', { listens: { secure } });`,
    edit('secure'),
    `const secure = https(c, { minimumVersion: '1.2' });\nsite.webServer('web', { listens: { secure } });`,
  ],
  [
    'a const for all',
    `const listens = { secure: https(c) };\nsite.webServer('web', { listens });`,
    edit('secure'),
    `const listens = { secure: https(c, { minimumVersion: '1.2' }) };\nsite.webServer('web', { listens });`,
  ],
])('%s', async (_, before, one, expected) => {
  const { text, outcomes, after } = await applyEdits(wrap(c + before), [one]);
  expect(text).toBe(wrap(c + expected));
  expect(outcomes).toMatchObject([{ outcome: 'written', touches: { names: ['web'] } }]);
  expect(rewriteText(text, after, [one]).text).toBe(text);
});

test('a listener that several share says whom it touches', async () => {
  const { outcomes } = await applyEdits(
    wrap(
      `${c}const secure = https(c);\nsite.webServer('web', { listens: secure });\nsite.webServer('other', { listens: secure });\nsite.webServer('third');`,
    ),
    [edit('')],
  );
  expect(outcomes).toMatchObject([{ touches: { names: ['web', 'other'] } }]);
});

test.each([
  [
    'an arrow',
    `const secure = (name: string) => https(site.certificate(name), { minimumVersion: '1.0' });`,
    `const secure = (name: string) => https(site.certificate(name), { minimumVersion: '1.2' });`,
  ],
  [
    'a function',
    `function secure(name: string) {\n  return https(site.certificate(name), { minimumVersion: '1.0' });\n}`,
    `function secure(name: string) {\n  return https(site.certificate(name), { minimumVersion: '1.2' });\n}`,
  ],
])('a helper that is but one call is followed: %s', async (_, before, expected) => {
  const use = `\nsite.webServer('web', { listens: secure('a') });\nsite.webServer('other', { listens: secure('b') });`;
  const { text, outcomes, after } = await applyEdits(wrap(before + use), [edit('')]);
  expect(text).toBe(wrap(expected + use));
  expect(outcomes).toMatchObject([{ outcome: 'written', touches: { names: ['web', 'other'] } }]);
  expect(rewriteText(text, after, [edit('')]).text).toBe(text);
});

test('under another name it is still known', async () => {
  const text = wrap(`${c}site.webServer('web', { listens: safe(c) });`).replace(' https,', ' https as safe,');
  expect((await applyEdits(text, [edit('')])).text).toContain(`safe(c, { minimumVersion: '1.2' })`);
});

test.each([
  [
    'a function of several statements',
    `const make = () => { const one = https(c); return one; };\nsite.webServer('web', { listens: make() });`,
    /made by 'make'/,
  ],
  [
    'a parameter',
    `const make = (listens: ReturnType<typeof https>) => site.webServer('web', { listens });\nmake(https(c));`,
    /come from a parameter/,
  ],
])('it is refused where it comes from %s', async (_, before, reason) => {
  const { outcomes } = await applyEdits(wrap(c + before), [edit('')]);
  expect(outcomes).toMatchObject([{ outcome: 'refused', reason: expect.stringMatching(reason) }]);
});
