// Makes one file of the parts that one use of the command loads together: each module that is opened costs a start some half a
// millisecond, and a bundler that splits makes a part of every set of modules that some entries share.
import { rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Merges the outputs named (without ending and hash) and all that they import into `target`, beside them. Where anything else
 * imports one of them, a line that hands on its exports takes its place. What was merged before (`earlier`: what such a call gave)
 * stays where it is. Gives what is merged now.
 */
export async function mergeParts({ metafile: { outputs }, root, names, target, options, earlier }) {
  const isNamed = (path) => names.includes(basename(path, '.js').replace(/-[A-Z0-9]{8}$/, ''));
  const merged = closure(outputs, Object.keys(outputs).filter(isNamed), earlier?.merged);
  const folder = join(root, dirname(merged[0]));
  const renamed = merged.map((path, index) => outputs[path].exports.map((name) => [name, `part${index}_${name}`]));
  const lines = merged.map((path, index) => {
    const names = renamed[index].map(([name, own]) => `${name} as ${own}`);
    return `export { ${names.join(', ')} } from './${basename(path)}';`;
  });
  const { entryPoints: _, outdir: __, ...shared } = options;
  await build({
    ...shared,
    splitting: false,
    stdin: { contents: lines.join('\n'), resolveDir: folder },
    outfile: join(folder, target),
    plugins: [staysOutside(earlier && `./${earlier.target}`)],
  });
  const wanted = stillWanted(outputs, new Set(merged));
  for (const [index, path] of merged.entries()) {
    const names = renamed[index].map(([name, own]) => `${own} as ${name}`);
    if (wanted.has(path)) writeFileSync(join(root, path), `export{${names.join(',')}}from"./${target}";\n`);
    else rmSync(join(root, path));
  }
  return { merged, target };
}

/** What is imported lazily, and a file that was merged before. */
function staysOutside(earlier) {
  return {
    name: 'stays outside',
    setup(one) {
      one.onResolve({ filter: /^\./ }, ({ kind, path }) =>
        kind === 'dynamic-import' || path === earlier ? { path, external: true } : undefined,
      );
    },
  };
}

function closure(outputs, paths, without = []) {
  const found = new Set(paths);
  // A set grows while it is gone through.
  for (const path of found)
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === 'import-statement' && outputs[next] && !without.includes(next)) found.add(next);
  return [...found];
}

/** What is imported lazily, by something that was not merged, or from outside. */
function stillWanted(outputs, merged) {
  const wanted = new Set();
  for (const [path, { imports, entryPoint }] of Object.entries(outputs)) {
    if (entryPoint) wanted.add(path);
    for (const { path: next, kind } of imports) if (kind === 'dynamic-import' || !merged.has(path)) wanted.add(next);
  }
  return wanted;
}
