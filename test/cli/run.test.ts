import { run } from '../../src/cli/run.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import { fakeSurroundings } from './fake-surroundings.js';

async function stanchion(args: readonly string[], changes: Partial<Surroundings> = {}) {
  const surroundings = fakeSurroundings(changes);
  const exitCode = await run(args, surroundings);
  return { exitCode, ...surroundings.printed };
}

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (asked) => {
    const { exitCode, stdout, stderr } = await stanchion([asked]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const command of ['audit', 'render', 'report', 'rules', 'schema'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('Examples');
  });

  test.each(['audit', 'render', 'report', 'rules', 'schema'])('%s has its own, with examples', async (command) => {
    const asked = await stanchion([command, '--help']);
    expect(asked.exitCode).toBe(0);
    expect(asked.stdout).toContain(`Usage: stanchion ${command}`);
    expect(asked.stdout).toMatch(new RegExp(`Examples\n {2}stanchion ${command}`));
    expect(asked.stdout).toContain('--help, -h');
    expect(await stanchion(['help', command])).toEqual(asked);
    expect(await stanchion([command, 'some-file.ts', '-h'])).toEqual(asked);
  });

  test('no line is wider than 140 characters', async () => {
    const texts = await Promise.all(
      ['audit', 'render', 'report', 'rules', 'schema'].map((name) => stanchion([name, '-h'])),
    );
    const lines = [...texts.map(({ stdout }) => stdout), (await stanchion(['-h'])).stdout].join('\n').split('\n');
    expect(lines.filter((line) => line.length > 140)).toEqual([]);
  });
});

test('the version', async () => {
  expect((await stanchion(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+/);
});

describe('misuse ends with 2, says why on standard error, and names the nearest', () => {
  test.each([
    [['adit'], "error: 'adit' is no command.\n  Did you mean 'audit'?\n"],
    [['deploy'], "error: 'deploy' is no command.\n  See: stanchion --help\n"],
    [['constructor'], "error: 'constructor' is no command.\n  See: stanchion --help\n"],
    [['--vrsion'], "error: 'stanchion' has no flag '--vrsion'.\n  Did you mean '--version'?\n"],
    [['schema', 'x.ts'], "error: 'stanchion schema' takes no file: 'x.ts'.\n  See: stanchion schema --help\n"],
    [['help', 'adit'], "error: 'adit' is no command.\n  Did you mean 'audit'?\n"],
    [['\u001b[2J'], "error: '\\u001b[2J' is no command.\n  See: stanchion --help\n"],
  ])('%j', async (args, said) => {
    expect(await stanchion(args)).toEqual({ exitCode: 2, stdout: '', stderr: said });
  });

  test('no command at all shows the commands', async () => {
    const { exitCode, stdout, stderr } = await stanchion([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('No command is named.');
    expect(stderr).toContain('audit');
  });
});

test('a defect of ours is told as one, with its stack', async () => {
  const { exitCode, stderr, stdout } = await stanchion(['schema'], {
    stdout: {
      isTerminal: false,
      columns: undefined,
      write: () => {
        throw new TypeError('planted');
      },
    },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('Please report it');
  expect(stderr).toContain('TypeError: planted');
  expect(stderr).toMatch(/\n {4}at /);
});

test('the schema is JSON', async () => {
  const { exitCode, stdout } = await stanchion(['schema']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
});
