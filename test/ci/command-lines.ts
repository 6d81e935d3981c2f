/** The calls of `stanchion` in a script, each as its words: lines that go on are joined, quotes fall away. */
export function commandLines(script: string): readonly (readonly string[])[] {
  const joined = script.replace(/\\+\n\s*/g, ' ');
  return [...joined.matchAll(/(?:^|[\s/])stanchion"? (\w.*)$/gm)].map(([, rest = '']) => {
    const [call = ''] = rest.split(/ (?:\|\||&&|>|;)/);
    return (call.match(/"[^"]*"|'[^']*'|[^\s",]+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
  });
}
