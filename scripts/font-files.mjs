import { join } from 'node:path';

// The weights that src/draw/text/type-scale.ts names, and no other: each is a third of a megabyte.
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

export const fontPackage = '@expo-google-fonts/inter';

/** The static TrueType files of Inter that PNG files are drawn with: the renderer reads neither woff2 nor variable ones. */
export function fontFiles(root) {
  return weights.map((weight) => join(root, 'node_modules', fontPackage, weight, `Inter_${weight}.ttf`));
}
