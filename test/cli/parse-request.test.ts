import type { Command } from '../../src/cli/command.js';
import { Misuse } from '../../src/cli/misuse.js';
import { parseRequest, wordOf } from '../../src/cli/parse-request.js';
import { fakeSurroundings } from './fake-surroundings.js';

const command: Command = {
  summary: '',
  usage: '[FILES] [flags]',
  about: '',
  takesFiles: true,
  flags: {
    out: { help: 'Where to.', value: 'FOLDER' },
    json: { help: 'As JSON.' },
    view: { help: 'What.', value: 'VIEW', words: ['one', 'two'], repeatable: true, commas: true },
    format: { help: 'How.', value: 'FORMAT', words: ['terminal', 'json'], repeatable: true, toFile: true },
    'fail-on': { help: 'When.', value: 'SEVERITY', words: ['critical', 'high', 'medium', 'low', 'never'] },
  },
  examples: [],
  run: async () => 0,
};

const parse = (...args: string[]) => parseRequest('audit', command, args, fakeSurroundings());

describe('what is given', () => {
  test('files and flags may stand in any order', () => {
    const request = parse('a.ts', '--json', 'b.ts', '--out', 'pictures');
    expect(request.files).toEqual(['a.ts', 'b.ts']);
    expect(request.has('json')).toBe(true);
    expect(request.value('out')).toBe('pictures');
    expect(request.has('format')).toBe(false);
    expect(request.values('format')).toEqual([]);
  });

  test('a flag given twice counts as given last; all of a repeatable one are kept', () => {
    const request = parse('--out', 'a', '--out=b', '--format', 'terminal', '--format=json=out/audit.json');
    expect(request.value('out')).toBe('b');
    expect(request.values('format')).toEqual(['terminal', 'json=out/audit.json']);
  });

  test('words with commas between them are several', () => {
    expect(parse('--view', 'two,one', '--view=one').values('view')).toEqual(['two', 'one', 'one']);
    expect(parse('--out', 'a,b').values('out')).toEqual(['a,b']);
  });

  test('text stays text: no value becomes a number', () => {
    expect(parse('--out', '007').value('out')).toBe('007');
    expect(parse('--out', '1e3', '2026').files).toEqual(['2026']);
  });

  test('what follows -- is a file', () => {
    expect(parse('--', '--json').files).toEqual(['--json']);
  });

  test('an empty line is nothing', () => {
    expect(parse().files).toEqual([]);
  });
});

describe('what is refused, with the nearest name', () => {
  const refusal = (...args: string[]) => {
    try {
      parse(...args);
    } catch (error) {
      if (error instanceof Misuse) return `${error.message} ${error.hint ?? ''}`.trim();
      throw error;
    }
    return 'not refused';
  };

  test.each([
    [['--fromat', 'json'], "'stanchion audit' has no flag '--fromat'. Did you mean '--format'?"],
    [['--zzzzzz'], "'stanchion audit' has no flag '--zzzzzz'. See: stanchion audit --help"],
    [['-x'], "'stanchion audit' has no flag '-x'. See: stanchion audit --help"],
    [['--constructor'], "'stanchion audit' has no flag '--constructor'. See: stanchion audit --help"],
    [['--__proto__'], "'stanchion audit' has no flag '--__proto__'. See: stanchion audit --help"],
    [['--format', 'jsno'], "'jsno' is no value of '--format'. Did you mean 'json'?"],
    [['--format=jsno=x'], "'jsno' is no value of '--format'. Did you mean 'json'?"],
    [['--fail-on', 'hihg'], "'hihg' is no value of '--fail-on'. Did you mean 'high'?"],
    [['--fail-on', '17'], "'17' is no value of '--fail-on'. It takes critical, high, medium, low or never."],
    [['--fail-on', 'high=x'], "'high=x' is no value of '--fail-on'. Did you mean 'high'?"],
    [['--view', 'one,tow'], "'tow' is no value of '--view'. Did you mean 'two'?"],
    [['--view', ',one'], "'' is no value of '--view'. It takes one or two."],
    [['--out'], "'--out' needs a value. Write: --out FOLDER"],
    [['--out='], "'--out' needs a value. Write: --out FOLDER"],
    [['--out', '--json'], "'--out' needs a value. Write: --out FOLDER"],
    [['--json=yes'], "'--json' takes no value, but got 'yes'."],
  ])('%j', (args, said) => {
    expect(refusal(...args)).toBe(said);
  });

  test('a command without files names the one it got', () => {
    const rules = { ...command, takesFiles: false };
    expect(() => parseRequest('rules', rules, ['a.ts'], fakeSurroundings())).toThrow(
      "'stanchion rules' takes no file: 'a.ts'.",
    );
  });
});

test('the word of a format with a file', () => {
  expect(wordOf('json=out/a=b.json')).toBe('json');
  expect(wordOf('json')).toBe('json');
});
