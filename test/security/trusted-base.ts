import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { bad, good, put } from './attacks.js';

/** A base that says itself what it asks: own rules from a file and from a package, raised severities, a baseline. */

const ownRule = (id: string, kind: string) => `defineRule({
    id: '${id}',
    severity: 'high',
    summary: 'There is a ${kind}.',
    impact: 'Nobody watches it.',
    remedy: 'Do without.',
    references: [],
    messages: { one: 'Nobody watches {{it}}.' },
    check({ model, report }) {
      for (const it of model.elements.filter(({ kind }) => kind === '${kind}')) report({ at: it, message: 'one', data: { it } });
    },
  })`;

const rulesFile = (rules: string) => `import { defineRule } from 'stanchion/rules';\n\nexport default [${rules}];\n`;

const config = `import acme from 'acme-rules';
import own from './rules/own.ts';

export default {
  ownRules: [...own, ...acme],
  rules: { 'hygiene/missing-owner': 'critical' },
  gate: { rules: { 'own/cache': 'low' } },
};
`;

/** What the change does, and what finds it: a built-in rule, the own one, that of the package. */
export const finds = ['data/encryption-at-rest', 'own/cache', 'acme/queue'];
const worse = bad.replace('export default', "server.cache('redis');\nserver.queue('rabbitmq');\nexport default");

const manifest = (name: string) => `{"name":"${name}","type":"module","exports":"./index.js"}`;
/** It runs where somebody imports it. */
const running = "import { writeFileSync } from 'node:fs';\n\nwriteFileSync('ran', '');\n";
const tame = `${running}export default { rules: { 'data/encryption-at-rest': 'off' }, gate: { failOn: 'never' } };\n`;

export const base: Readonly<Record<string, string>> = {
  '.gitignore': '.home\nnode_modules\n',
  'models/shop.ts': good,
  'stanchion.config.ts': config,
  'rules/own.ts': rulesFile(ownRule('own/cache', 'cache')),
  'package.json': '{"name":"shop","type":"module"}',
};

export const installed: Readonly<Record<string, string>> = {
  'node_modules/acme-rules/package.json': manifest('acme-rules'),
  'node_modules/acme-rules/index.js': rulesFile(ownRule('acme/queue', 'queue')),
};

export interface BaseAttack {
  readonly name: string;
  readonly head: (folder: string, outside: string) => void;
  /** 1: all that the base finds is told and refused; 2: nothing is judged. */
  readonly exitCode: 1 | 2;
  readonly told: RegExp;
}

/** An empty list, which knows all that is found: it counts for nothing whatever stands in it. */
const baselineOf = (folder: string, knownAs = 'stanchion-baseline.json') =>
  put(folder, knownAs, '{"format":"stanchion-baseline","version":1,"findings":[]}');

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: folder, env: { PATH: process.env.PATH ?? '' }, stdio: 'pipe' });

const attack = (
  name: string,
  head: BaseAttack['head'],
  told: RegExp = /new finding/,
  exitCode: BaseAttack['exitCode'] = 1,
): BaseAttack => ({
  name,
  head: (folder, outside) => {
    put(folder, 'models/shop.ts', worse);
    head(folder, outside);
  },
  exitCode,
  told,
});

const remove = (folder: string, name: string) => rmSync(join(folder, name), { recursive: true });
const link = (folder: string, name: string, target: string) => {
  rmSync(join(folder, name), { recursive: true, force: true });
  symlinkSync(target, join(folder, name));
};

const configuration: readonly BaseAttack[] = [
  attack('nothing but the fault', () => {}),
  attack('an edited configuration', (folder) => put(folder, 'stanchion.config.ts', tame), /edits the configuration/),
  attack('no configuration any more', (folder) => remove(folder, 'stanchion.config.ts'), /edits the configuration/),
  attack(
    'a configuration that is a link',
    (folder, outside) => {
      put(outside, 'tame.ts', tame);
      link(folder, 'stanchion.config.ts', join(outside, 'tame.ts'));
    },
    /edits the configuration/,
  ),
  attack('a configuration that leads nowhere', (folder) => link(folder, 'stanchion.config.ts', 'nowhere'), /edits the/),
  attack(
    'a folder in place of the configuration',
    (folder) => {
      remove(folder, 'stanchion.config.ts');
      put(folder, 'stanchion.config.ts/index.ts', tame);
    },
    /edits the configuration/,
  ),
  attack('another one beside it', (folder) => put(folder, 'stanchion.config.mjs', tame)),
  attack('another one in front of it', (folder) => {
    remove(folder, 'stanchion.config.ts');
    put(folder, 'stanchion.config.js', tame);
  }),
  attack(
    'another case',
    (folder) => renameSync(join(folder, 'stanchion.config.ts'), join(folder, 'Stanchion.config.ts')),
    /edits the configuration/,
  ),
  attack('one beside the models', (folder) => put(folder, 'models/stanchion.config.mjs', tame), /stanchion\.config/, 2),
];

const rules: readonly BaseAttack[] = [
  attack(
    'own rules that are tame',
    (folder) => put(folder, 'rules/own.ts', `${running}export default [];\n`),
    /what the configuration reads, rules\/own\.ts/,
  ),
  attack(
    'own rules that are gone',
    (folder) => remove(folder, 'rules'),
    /what the configuration reads, rules\/own\.ts/,
  ),
  attack(
    'own rules that are a link',
    (folder, outside) => {
      put(outside, 'own.ts', `${running}export default [];\n`);
      link(folder, 'rules', outside);
    },
    /what the configuration reads, rules\/own\.ts/,
  ),
  attack('rules of another ending beside them', (folder) =>
    put(folder, 'rules/own.js', `${running}export default [];\n`),
  ),
  attack(
    'a package of rules of its own',
    (folder) => {
      put(folder, 'node_modules/acme-rules/index.js', `${running}export default [];\n`);
      git(folder, 'add', '-f', 'node_modules/acme-rules/index.js');
    },
    /The package 'acme-rules' cannot be imported/,
    2,
  ),
  attack(
    'a package that the rules would need',
    (folder) => {
      put(folder, 'node_modules/stanchion/package.json', manifest('stanchion'));
      put(folder, 'node_modules/stanchion/index.js', running);
      git(folder, 'add', '-f', 'node_modules/stanchion');
    },
    /The package 'acme-rules' cannot be imported/,
    2,
  ),
  attack('packages nearer to the rules', (folder) => {
    put(folder, 'rules/node_modules/stanchion/package.json', manifest('stanchion'));
    put(folder, 'rules/node_modules/stanchion/index.js', running);
    git(folder, 'add', '-f', 'rules/node_modules');
  }),
  attack(
    'a folder of packages that is a link',
    (folder) => {
      renameSync(join(folder, 'node_modules'), join(folder, 'vendor'));
      put(folder, 'vendor/acme-rules/index.js', `${running}export default [];\n`);
      link(folder, 'node_modules', 'vendor');
    },
    /The package 'acme-rules' cannot be imported/,
    2,
  ),
  attack(
    'another way of reading modules',
    (folder) =>
      put(
        folder,
        'package.json',
        '{"name":"acme-rules","type":"commonjs","exports":{".":"./rules/evil.js"},"imports":{"#own":"./evil.js"}}',
      ),
    /'package\.json' changed/,
  ),
  attack('paths for the compiler', (folder) => {
    put(
      folder,
      'tsconfig.json',
      '{"compilerOptions":{"paths":{"acme-rules":["./evil.ts"],"stanchion":["./evil.ts"]}}}',
    );
    put(folder, 'evil.ts', `${running}export default [];\n`);
  }),
];

const baseline: readonly BaseAttack[] = [
  attack('a baseline that has grown', (folder) => baselineOf(folder), /edits the baseline/),
  attack('no baseline any more', (folder) => remove(folder, 'stanchion-baseline.json'), /edits the baseline/),
  attack(
    'a baseline that is a link',
    (folder, outside) => {
      baselineOf(outside, 'known.json');
      link(folder, 'stanchion-baseline.json', join(outside, 'known.json'));
    },
    /edits the baseline/,
  ),
  attack(
    'a folder in place of the baseline',
    (folder) => {
      remove(folder, 'stanchion-baseline.json');
      mkdirSync(join(folder, 'stanchion-baseline.json'));
    },
    /edits the baseline/,
  ),
];

const gitlink = (folder: string, path: string) =>
  git(folder, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${path}`);

const settingsOfGit: readonly BaseAttack[] = [
  attack('attributes that run filters, and turn texts round', (folder) => {
    const lines = [
      '* filter=evil diff=evil',
      '* text eol=crlf ident',
      '* export-subst export-ignore',
      '*.ts working-tree-encoding=UTF-16',
    ];
    put(folder, '.gitattributes', lines.join('\n'));
    for (const key of ['filter.evil.smudge', 'filter.evil.clean', 'filter.evil.process', 'diff.evil.textconv'])
      git(folder, 'config', key, 'touch ran; cat');
  }),
  attack('submodules from addresses that are commands', (folder) => {
    const urls = ['ext::sh -c touch% ran', '--upload-pack=touch ran', 'file:///etc', '-u./payload'];
    const texts = urls.map(
      (url, number) => `[submodule "${number}"]\n\tpath = models/${number}\n\turl = ${url}\n\tupdate = !touch ran\n`,
    );
    put(folder, '.gitmodules', texts.join(''));
    for (const number of urls.keys()) gitlink(folder, `models/${number}`);
  }),
  attack('the folder of models is a submodule', (folder) => {
    git(folder, 'rm', '-r', '-q', '--cached', 'models');
    gitlink(folder, 'models');
  }),
  attack(
    'the folder of models is a submodule that is not there',
    (folder) => {
      git(folder, 'rm', '-r', '-q', '-f', 'models');
      gitlink(folder, 'models');
      mkdirSync(join(folder, 'models'));
    },
    /model/,
    1,
  ),
];

export const attacksOnTheBase = [...configuration, ...rules, ...baseline, ...settingsOfGit];
