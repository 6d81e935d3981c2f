/** From the top, which is empty, to the one that a path lies in; with `/`. */
export function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return [...names.keys(), names.length].map((count) => names.slice(0, count).join('/'));
}
