import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { bareFolder } from '../cli/built-command.js';

const program = `import { architecture, each, http } from 'stanchion';
import { load } from 'stanchion/api';
const site = architecture('Shop');
const webs = site.servers(2, 'server', (server) =>
  server.webServer('nginx', { listens: http() }));
const visitor = site.user('visitor');
visitor.visits(webs);
each([visitor]).visits(webs);
const { models } = await load(site);
console.log(JSON.stringify([...models[0].elements, ...models[0].flows].map(({ id, at }) => [id, at.file, at.line])));
`;

test('bundled, the builder still tells its own lines from the author’s', () => {
  const folder = bareFolder({ 'use.mjs': program });
  try {
    mkdirSync(join(folder.path, 'node_modules'));
    symlinkSync(process.cwd(), join(folder.path, 'node_modules/stanchion'), 'junction');
    const told = execFileSync(process.execPath, ['use.mjs'], { cwd: folder.path, encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual([
      ['server-1', 'use.mjs', 4],
      ['server-1/nginx', 'use.mjs', 5],
      ['server-2', 'use.mjs', 4],
      ['server-2/nginx', 'use.mjs', 5],
      ['user/visitor', 'use.mjs', 6],
      ['user/visitor visits server-1/nginx', 'use.mjs', 7],
      ['user/visitor visits server-2/nginx', 'use.mjs', 7],
      ['user/visitor visits server-1/nginx #2', 'use.mjs', 8],
      ['user/visitor visits server-2/nginx #2', 'use.mjs', 8],
    ]);
  } finally {
    folder.remove();
  }
});
