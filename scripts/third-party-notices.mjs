import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What is in the package without being imported by a bundle: binaries, fonts, and drawings that were copied into our sources.
const copied = [
  '@expo-google-fonts/inter',
  '@hpcc-js/wasm-graphviz',
  '@jitl/quickjs-wasmfile-release-sync',
  'lucide-static',
  'simple-icons',
];

const preface = `# Third-party notices

Stanchion's package contains parts of the following works. Graphviz, inside the WebAssembly build of @hpcc-js/wasm-graphviz, is
licensed under the Eclipse Public License; its source is at https://graphviz.org and https://gitlab.com/graphviz/graphviz.
QuickJS, inside the WebAssembly build of @jitl/quickjs-wasmfile-release-sync, is licensed under the MIT License.
The files of Inter in dist/fonts/, from @expo-google-fonts/inter, are licensed under the SIL Open Font License.
`;

/** The licences of every package that the bundles of `metafiles` (of esbuild) hold a part of, as Markdown. */
export function thirdPartyNotices(root, metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const names = new Set([...inputs.flatMap(packageOf), ...copied.filter((name) => existsSync(folderOf(root, name)))]);
  return [preface, ...[...names].sort().map((name) => noticeOf(root, name))].join('\n');
}

function packageOf(input) {
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
  return name === undefined ? [] : [name];
}

function folderOf(root, name) {
  return join(root, 'node_modules', name);
}

function noticeOf(root, name) {
  const folder = folderOf(root, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((entry) => /^(licen[cs]e|copying)/i.test(entry))
    .sort();
  if (files.length === 0) throw new Error(`${name} has no licence file.`);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return `## ${name} ${version} (${license})\n\n${texts.map((text) => `~~~text\n${text}\n~~~\n`).join('\n')}`;
}
