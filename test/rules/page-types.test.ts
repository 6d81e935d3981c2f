import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rules } from '../../src/rules/index.js';
import { acceptedExample, exampleIn, readPage } from './page.js';

/** What the compiler says of files, each in the folder under its name. */
function compile(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pages-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const options = {
      extends: resolve('tsconfig.json'),
      compilerOptions: {
        rootDir: '/',
        noEmit: true,
        declaration: false,
        emitDeclarationOnly: false,
        types: [],
        paths: { stanchion: [resolve('src/index.ts')] },
      },
      include: [join(folder, '*.ts')],
    };
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
    const compiler = resolve('node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function examples(): Map<string, string> {
  return new Map(
    rules.flatMap(({ id }) => {
      const page = readPage(id);
      const accepted = acceptedExample(page);
      const codes = {
        incorrect: exampleIn(page, 'Incorrect').code,
        correct: exampleIn(page, 'Correct').code,
        ...(accepted === undefined ? {} : { accepted }),
      };
      return Object.entries(codes).map(([name, code]): [string, string] => [
        `${id.replace('/', '-')}-${name}.ts`,
        code,
      ]);
    }),
  );
}

test('the examples on the pages compile', () => {
  expect(compile(examples())).toBe('');
});

test('and a wrong one would be noticed', () => {
  const wrong = "import { architecture } from 'stanchion';\nexport default architecture('x').webserver('y');\n";
  expect(compile(new Map([['wrong.ts', wrong]]))).toMatch(/webServer/);
});
