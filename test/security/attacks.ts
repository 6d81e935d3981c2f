import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before } from '../cli/changing-models.js';

/** The model of the base: in good order as far as its store goes. */
export const good = before.replace('encryptedAtRest: false', 'encryptedAtRest: true');
/** What a change does that the gate refuses: each attack that is to hide something hides this. */
export const bad = before;
export const rule = 'data/encryption-at-rest';
export const title = 'Data of class personal lie unencrypted in mysql';

/** Stands in a file outside of the repository, and in the environment. */
export const secret = 'c4n4ry-of-gold';

/** Another model of the base, whose waiver has run out. */
export const waived = bad
  .replace("'Shop'", "'Waived'")
  .replace(
    'export default',
    `db.accepts({ rule: '${rule}', because: 'Soon gone', until: '2026-01-01' });\nexport default`,
  );

export interface Attack {
  readonly name: string;
  /** Makes the head, in its working folder. `outside` holds the file `secret`, and is where nothing may be written. */
  readonly head: (folder: string, outside: string) => void;
  readonly flags?: readonly string[];
  readonly exitCode: 0 | 1 | 2;
  /** What is told of it, on either stream. */
  readonly told: RegExp;
}

export function put(folder: string, name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const shop = (folder: string, content: string) => put(folder, 'models/shop.ts', content);
const withLine = (line: string, text = bad) => text.replace('export default site;', `${line}\nexport default site;`);
/** The model with something before its first line. */
const preceded = (line: string) => `${line}\n${bad}`;
const file = (content: string) => (folder: string) => shop(folder, content);

/** It tries to read, write or run something. */
const reaching: readonly Attack[] = [
  [
    'Node’s files',
    preceded("import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');"),
    /'node:fs' cannot be imported/,
  ],
  [
    'Node’s files without a prefix',
    preceded("import fs from 'fs';\nfs.writeFileSync('ran', '');"),
    /no files, no network, no processes/,
  ],
  [
    'a process',
    preceded("import { execSync } from 'node:child_process';\nexecSync('touch ran');"),
    /cannot be imported/,
  ],
  ['require', preceded("// @ts-nocheck\nrequire('fs').writeFileSync('ran', '');"), /require/],
  [
    'a late import',
    preceded("// @ts-nocheck\nawait (await import('node:fs')).promises.writeFile('ran', '');"),
    /cannot be imported|import/,
  ],
  [
    'the process of the runner',
    preceded('// @ts-nocheck\nprocess.mainModule.require("fs").writeFileSync("ran", "");'),
    /process/,
  ],
  ['the environment', preceded('// @ts-nocheck\nthrow new Error(globalThis.process?.env?.SECRET ?? "none");'), /none/],
  ['the network', preceded('// @ts-nocheck\nfetch("http://127.0.0.1:9/" + "x");'), /fetch/],
  ['functions made of text', preceded("// @ts-nocheck\nnew Function('return process')().exit(0);"), /process|Function/],
  [
    'the constructor of constructors',
    preceded("// @ts-nocheck\n(() => {}).constructor.constructor('return process')().exit(0);"),
    /process|constructor/,
  ],
  ['a file by its absolute path', preceded("import secret from '/etc/hostname';"), /Cannot find module/],
  ['a file by address', preceded("import secret from 'file:///etc/hostname';"), /Cannot find module/],
  [
    'a file outside of the repository',
    preceded("import secret from '../../outside/secret.json';\nconst told = JSON.stringify(secret);"),
    /Cannot find module/,
  ],
].map(([name, content, told]) => ({
  name: `${name as string} is out of reach`,
  head: file(content as string),
  exitCode: 2,
  told: told as RegExp,
}));

/** It leads somewhere else. */
const leading: readonly Attack[] = [
  {
    name: 'a model that is a link to a file outside',
    head: (folder, outside) => {
      rmSync(join(folder, 'models/shop.ts'));
      symlinkSync(join(outside, 'secret.ts'), join(folder, 'models/shop.ts'));
    },
    exitCode: 2,
    told: /lies outside the project: a symbolic link leads there/,
  },
  {
    name: 'a folder of models that is a link',
    head: (folder, outside) => {
      rmSync(join(folder, 'models'), { recursive: true });
      symlinkSync(outside, join(folder, 'models'));
    },
    exitCode: 2,
    told: /lies outside the project|symbolic link/,
  },
  {
    name: 'an import through a link',
    head: (folder, outside) => {
      symlinkSync(outside, join(folder, 'models/shared'));
      shop(folder, preceded("import { told } from './shared/secret.js';\nif (told) throw new Error(told);"));
    },
    exitCode: 2,
    told: /lies outside the project/,
  },
  {
    name: 'an output folder that is a link',
    head: (folder, outside) => {
      shop(folder, bad);
      symlinkSync(outside, join(folder, 'output'));
    },
    flags: ['--picture'],
    exitCode: 2,
    told: /is a symbolic link/,
  },
  {
    name: 'a folder of pictures that is a link',
    head: (folder, outside) => {
      shop(folder, bad);
      mkdirSync(join(folder, 'output'));
      symlinkSync(outside, join(folder, 'output/shop'));
    },
    flags: ['--picture'],
    exitCode: 2,
    told: /is a symbolic link/,
  },
  {
    name: 'an output file that is a link',
    head: (folder, outside) => {
      shop(folder, bad);
      mkdirSync(join(folder, 'out'));
      symlinkSync(join(outside, 'secret.ts'), join(folder, 'out/comment.md'));
    },
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'a picture that is a link',
    head: (folder, outside) => {
      shop(folder, bad);
      mkdirSync(join(folder, 'output/shop'), { recursive: true });
      symlinkSync(join(outside, 'secret.ts'), join(folder, 'output/shop/change.svg'));
    },
    flags: ['--picture'],
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'a model that is called like a path',
    head: (folder) => {
      shop(folder, bad);
      put(folder, 'models/up.ts', good.replace("'Shop'", "'../../outside/ran'"));
    },
    flags: ['--picture'],
    exitCode: 2,
    told: /must not contain '\/'/,
  },
];

/** It costs more than there is. */
const exhausting: readonly Attack[] = [
  {
    name: 'an endless loop',
    head: file(preceded('// @ts-nocheck\nfor (;;) {}')),
    exitCode: 2,
    told: /computes for too long/,
  },
  {
    name: 'endless memory',
    head: file(preceded('// @ts-nocheck\nconst all = [];\nfor (;;) all.push("x".repeat(1e6) + all.length);')),
    exitCode: 2,
    told: /memory/i,
  },
  {
    name: 'endless depth',
    head: file(preceded('// @ts-nocheck\nconst deep = () => deep() + 1;\ndeep();')),
    exitCode: 2,
    told: /deep|stack/i,
  },
  {
    name: 'a model of a gigabyte',
    head: (folder) => truncateSync(join(folder, 'models/shop.ts'), 1_000_000_000),
    exitCode: 2,
    told: /The file has 1000000000 bytes; a module may have 8000000/,
  },
  {
    name: 'a pipe that nobody writes into',
    head: (folder) => {
      shop(folder, bad);
      execFileSync('mkfifo', [join(folder, 'models/pipe.ts')]);
    },
    exitCode: 2,
    told: /pipe\.ts' is no file that can be read/,
  },
  {
    name: 'modules that import each other without end',
    head: (folder) => {
      for (let number = 0; number < 2000; number += 1)
        put(folder, `models/parts/part${number}.ts`, `import './part${number + 1}.js';\nexport const one = 1;\n`);
      put(folder, 'models/parts/part2000.ts', 'export const one = 1;\n');
      shop(folder, preceded("import './parts/part0.js';"));
    },
    exitCode: 2,
    told: /stack overflow|modules|deep/,
  },
  {
    name: 'a graph that reaches for what all objects have',
    head: (folder) => {
      shop(folder, bad);
      const reaching = '{"__proto__":{"accepted":true},"constructor":{"prototype":{"accepted":true}}}';
      put(
        folder,
        'models/reaching.json',
        `{"format":"stanchion-architecture","version":1,"__proto__":${reaching},"elements":[${reaching}]}`,
      );
    },
    exitCode: 2,
    told: new RegExp(`reaching\\.json.*|${title}`),
  },
  {
    name: 'a graph that is nested without end',
    head: (folder) => {
      shop(folder, bad);
      put(
        folder,
        'models/deep.json',
        `{"format":"stanchion-architecture","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      );
    },
    exitCode: 2,
    told: /deep\.json/,
  },
];

/** It wants a fault not to be told, or not to count. */
const hiding: readonly Attack[] = [
  {
    name: 'a waiver of the base for all, where it was for one',
    head: (folder) => put(folder, 'models/waived.ts', waived.replace('db.accepts', 'site.accepts')),
    exitCode: 1,
    told: /finds in the whole model is accepted now/,
  },
  {
    name: 'a waiver of the base that had run out, revived',
    head: (folder) => put(folder, 'models/waived.ts', waived.replace('2026-01-01', '9999-12-31')),
    exitCode: 1,
    told: /was accepted until 2026-01-01, and is for longer, until 9999-12-31/,
  },
  {
    name: 'a waiver for what may come',
    head: file(withLine(`db.accepts({ rule: '${rule}', because: 'Trust me' });`, good)),
    exitCode: 1,
    told: /1 waiver added/,
  },
  {
    name: 'another environment, and a decoy in the place of the model',
    head: (folder) => {
      shop(folder, bad.replace('{ complete:', "{ environment: 'test', complete:"));
      put(folder, 'models/a-decoy.ts', good);
    },
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'a file that differs in its letters’ case',
    head: (folder) => {
      rmSync(join(folder, 'models/shop.ts'));
      put(folder, 'models/Shop.ts', bad);
    },
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'another name for the store, so that it has no history',
    head: file(bad.replace("'mysql'", "'mysq1'")),
    exitCode: 1,
    told: /Data of class personal lie unencrypted in mysq1/,
  },
  {
    name: 'a waiver of its own',
    head: file(withLine(`site.accepts({ rule: '${rule}', because: 'Trust me' });`)),
    exitCode: 1,
    told: /1 waiver added/,
  },
  {
    name: 'a waiver with a day long past',
    head: file(withLine(`site.accepts({ rule: '${rule}', because: 'Trust me', until: '2020-01-01' });`)),
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'a waiver without a reason',
    head: file(withLine(`site.accepts({ rule: '${rule}', because: ' ' });`)),
    exitCode: 2,
    told: /must be a text that is not empty/,
  },
  {
    name: 'a waiver for the rules about waivers',
    head: file(withLine("site.accepts({ rule: 'hygiene/waiver', because: 'Trust me' });")),
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'the fact is taken away',
    head: file(bad.replace(', encryptedAtRest: false', '')),
    exitCode: 1,
    told: /cannot tell any more of 'mysql'/,
  },
  {
    name: 'the fact is taken away, and with it what makes a rule ask for it',
    head: file(bad.replace(", holds: ['personal'], encryptedAtRest: false", '')),
    exitCode: 1,
    told: /data\/encryption-at-rest was content, and cannot tell any more of 'mysql'.*what the store holds/,
  },
  {
    name: 'another name, so that it is another model',
    head: file(bad.replace("'Shop'", "'Shоp'")),
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'a decoy of the same name in front',
    head: (folder) => {
      shop(folder, bad);
      put(folder, 'models/a-decoy.ts', good);
    },
    exitCode: 2,
    told: /Two architectures of this run are called 'Shop'/,
  },
  {
    name: 'another environment',
    head: file(bad.replace('{ complete:', "{ environment: 'test', complete:")),
    exitCode: 1,
    told: /gone|Data of class personal/,
  },
  {
    name: 'the model moves to where nobody looks',
    head: (folder) => {
      rmSync(join(folder, 'models/shop.ts'));
      put(folder, 'elsewhere/shop.ts', bad);
    },
    exitCode: 1,
    told: /1 model gone/,
  },
  {
    name: 'a baseline that knows everything',
    head: (folder) => {
      shop(folder, bad);
      put(folder, 'stanchion-baseline.json', '{"format":"stanchion-baseline","version":1,"findings":[]}');
    },
    exitCode: 1,
    told: /The change edits the baseline/,
  },
  {
    name: 'a base of its own in a folder that is called like the branch',
    head: (folder) => {
      shop(folder, bad);
      put(folder, 'main/models/shop.ts', bad);
      put(folder, 'origin/main/models/shop.ts', bad);
    },
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'settings of the compiler that lead elsewhere',
    head: (folder) => {
      shop(folder, bad);
      put(
        folder,
        'tsconfig.json',
        '{"extends":"/etc/hostname","compilerOptions":{"noEmit":false,"outDir":"ran","paths":{"stanchion":["./fake.ts"]},"plugins":[{"name":"./evil.js"}]}}',
      );
      put(folder, 'fake.ts', 'export const architecture = () => ({});');
    },
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'a package of the program’s name',
    head: (folder) => {
      shop(folder, bad);
      put(folder, 'node_modules/stanchion/package.json', '{"name":"stanchion","type":"module","exports":"./index.js"}');
      put(folder, 'node_modules/stanchion/index.js', "throw new Error('ran');");
    },
    exitCode: 1,
    told: new RegExp(title),
  },
  {
    name: 'attributes and settings of git',
    head: (folder) => {
      shop(folder, bad);
      put(folder, '.gitattributes', '*.ts filter=evil diff=evil export-subst ident\n');
      put(folder, '.gitmodules', '[submodule "x"]\n\tpath = models\n\turl = ext::sh -c touch% ran\n');
      put(
        folder,
        '.gitconfig',
        '[core]\n\tfsmonitor = touch ran\n\thooksPath = hooks\n[filter "evil"]\n\tsmudge = touch ran\n',
      );
      put(folder, 'hooks/post-checkout', '#!/bin/sh\ntouch ran\n');
    },
    exitCode: 1,
    told: new RegExp(title),
  },
];

export const attacks: readonly Attack[] = [...reaching, ...leading, ...exhausting, ...hiding];
