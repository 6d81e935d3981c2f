import type { FindingEdit } from '../../src/audit/edit.js';
import { applyEdits, rewriteText, wrap } from './apply-edits.js';

const on = (element: string, set: Record<string, string | number | boolean>, unset?: string[]): FindingEdit => ({
  on: { element },
  set,
  ...(unset && { unset }),
});

describe('facts of an element', () => {
  test.each<[string, string, FindingEdit, string]>([
    ['no facts', `site.server('a');`, on('a', { cpus: 2 }), `site.server('a', { cpus: 2 });`],
    [
      'facts on one line',
      `site.server('a', { cpus: 2 });`,
      on('a', { os: 'linux' }),
      `site.server('a', { cpus: 2, os: 'linux' });`,
    ],
    ['empty facts', `site.server('a', {});`, on('a', { cpus: 2 }), `site.server('a', { cpus: 2 });`],
    ['undefined', `site.server('a', undefined);`, on('a', { cpus: 2 }), `site.server('a', { cpus: 2 });`],
    [
      'double quotes',
      `site.server("a", { os: "linux", owner: "b" }); site.user("c"); site.user("d");`,
      on('a', { link: "it's" }),
      `site.server("a", { os: "linux", owner: "b", link: "it's" }); site.user("c"); site.user("d");`,
    ],
    ['a value that is there', `site.server('a', { cpus: 2 });`, on('a', { cpus: 4 }), `site.server('a', { cpus: 4 });`],
    [
      'a value that is right',
      `site.server('a', { cpus: 4 /* few */ });`,
      on('a', { cpus: 4 }),
      `site.server('a', { cpus: 4 /* few */ });`,
    ],
    [
      'several lines',
      `site.server('a', {\n  cpus: 2, // few\n});`,
      on('a', { os: 'linux' }),
      `site.server('a', {\n  cpus: 2, // few\n  os: 'linux',\n});`,
    ],
    [
      'several lines, no last comma',
      `site.server('a', {\n\tcpus: 2 // few\n});`,
      on('a', { os: 'linux' }),
      `site.server('a', {\n\tcpus: 2, // few\n\tos: 'linux'\n});`,
    ],
    [
      'arguments on several lines',
      `site.server(\n  'a',\n);`,
      on('a', { cpus: 2 }),
      `site.server(\n  'a',\n  { cpus: 2 },\n);`,
    ],
    ['a quoted name', `site.server('a', { 'cpus': 2 });`, on('a', { cpus: 4 }), `site.server('a', { 'cpus': 4 });`],
    [
      'a shorthand',
      `const cpus = 2;\nsite.server('a', { cpus });`,
      on('a', { cpus: 4 }),
      `const cpus = 2;\nsite.server('a', { cpus: 4 });`,
    ],
    [
      'a name for a value',
      `const few = 2;\nsite.server('a', { cpus: few });`,
      on('a', { cpus: 4 }),
      `const few = 2;\nsite.server('a', { cpus: 4 });`,
    ],
    [
      'a const',
      `const small = { cpus: 2 } as const;\nsite.server('a', small);\nsite.server('b', small);`,
      on('a', { cpus: 4 }),
      `const small = { cpus: 4 } as const;\nsite.server('a', small);\nsite.server('b', small);`,
    ],
    [
      'a spread in front',
      `const small = { cpus: 2 };\nsite.server('a', { ...small });`,
      on('a', { cpus: 4 }),
      `const small = { cpus: 2 };\nsite.server('a', { ...small, cpus: 4 });`,
    ],
    [
      'one to take away',
      `site.server('a', { cpus: 2, os: 'linux' });`,
      on('a', {}, ['cpus']),
      `site.server('a', { os: 'linux' });`,
    ],
    [
      'the last to take away',
      `site.server('a', { cpus: 2, os: 'linux' });`,
      on('a', {}, ['os']),
      `site.server('a', { cpus: 2 });`,
    ],
    [
      'a line to take away',
      `site.server('a', {\n  cpus: 2, // few\n  os: 'linux',\n});`,
      on('a', {}, ['cpus']),
      `site.server('a', {\n  os: 'linux',\n});`,
    ],
    [
      'servers alike',
      `site.servers(2, 'a', (server) => server.webServer('web'));`,
      on('a-1', { cpus: 2 }),
      `site.servers(2, 'a', (server) => server.webServer('web'), { cpus: 2 });`,
    ],
    [
      'a cluster',
      `const dbs = site.servers(2, 'a', (server) => server.database('db', { engine: 'mysql' }));\nsite.cluster('db', dbs);`,
      on('cluster/db', { need: 1 }),
      `const dbs = site.servers(2, 'a', (server) => server.database('db', { engine: 'mysql' }));\nsite.cluster('db', dbs, { need: 1 });`,
    ],
    [
      'a record',
      `site.dns('a.org').record('A', 'www', site.webServer('web'));`,
      on('dns/a.org/A www', { ttl: '5 min' }),
      `site.dns('a.org').record('A', 'www', site.webServer('web'), { ttl: '5 min' });`,
    ],
    [
      'too long a line',
      `site.server('a', { description: 'It stands in the cellar of the old house, and nobody goes there', owner: 'the platform team' });`,
      on('a', { cpus: 4 }),
      `site.server('a', {\n  description: 'It stands in the cellar of the old house, and nobody goes there',\n  owner: 'the platform team',\n  cpus: 4,\n});`,
    ],
    [
      'letters of every kind',
      `/* 🦊 */ site.server('größe 名前 🦊');`,
      on('größe 名前 🦊', { owner: 'größe 🦊' }),
      `/* 🦊 */ site.server('größe 名前 🦊', { owner: 'größe 🦊' });`,
    ],
  ])('%s', async (_, before, edit, expected) => {
    const { text, outcomes, after } = await applyEdits(wrap(before), [edit]);
    expect(text).toBe(wrap(expected));
    expect(outcomes[0]?.outcome).toBe(before === expected ? 'already so' : 'written');
    const id = 'on' in edit && 'element' in edit.on ? edit.on.element : '';
    if ('set' in edit) expect(after.byId.get(id)?.facts).toMatchObject(edit.set);
    expect(rewriteText(text, after, [edit]).text).toBe(text);
  });
});
