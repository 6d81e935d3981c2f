import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isSource, toolFolder } from './tool.js';

const names = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

/**
 * The files of the font that PNG files are drawn with; packaged, beside the bundles. A file that is missing would leave texts blank
 * without a word, so that it is an error here.
 */
export function fontFiles(): readonly string[] {
  const files = names.map((name) =>
    isSource ? fromPackage(name) : join(toolFolder, 'dist', 'fonts', `Inter_${name}.ttf`),
  );
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`The font file '${missing}' is missing from the installation.`);
  return files;
}

function fromPackage(name: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`);
}
