export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner of GitHub Actions makes of lines: commands, as their escapes are undone. Whatever is none fails. */
export function readCommands(text: string): readonly Command[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/);
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const [, name = '', given = '', message = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
    expect(name).not.toBe('');
    const properties = given.split(',').map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals), unescaped(part.slice(equals + 1))];
    });
    return { name, properties: Object.fromEntries(properties), message: unescaped(message) };
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
