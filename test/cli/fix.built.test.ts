import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, servedFolder } from './built-command.js';

const shop = `import { architecture, http, https } from 'stanchion';

const site = architecture('Old shop');
const certificate = site.certificate('shop.example');
const visitor = site.user('visitor');
// Bought in 2012.
const balancer = site.loadBalancer('balancer', {
  listens: https(certificate, { minimumVersion: '1.0' }), // for the terminals
});
const [first, second] = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
visitor.visits(balancer);
balancer.balances([first, second], { healthCheck: false });

export default site;
`;

const mended = shop
  .replace("minimumVersion: '1.0'", "minimumVersion: '1.2'")
  .replace('healthCheck: false', 'healthCheck: true');

let folder: BareFolder;
beforeEach(() => {
  folder = servedFolder({ 'shop.arch.ts': shop });
});
afterEach(() => folder.remove());

const run = (...args: string[]) => folder.stanchion([...args, '--today', '2026-11-21']);
const textOf = (file: string) => readFileSync(join(folder.path, file), 'utf8');
const flat = (text: string) => text.replace(/\s+/g, ' ');
const leftovers = () => readdirSync(folder.path).filter((name) => /before-edit|tmp/.test(name));

interface Told {
  readonly message: string;
  readonly mark: string;
  readonly handle: string;
  readonly rule: string;
}
const findingOf = (rule: string, words = /./): Told => {
  const { audits } = JSON.parse(run('audit', 'shop.arch.ts', '--json').stdout);
  return audits[0].findings.find((one: Told) => one.rule === rule && words.test(one.message));
};

describe('fix', () => {
  test('everything that can be: a patch, what is done, and what is fixed; once more there is nothing to do', () => {
    const { exitCode, stdout, stderr } = run('fix', 'shop.arch.ts');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(
      "-  listens: https(certificate, { minimumVersion: '1.0' }), // for the terminals\n+  listens",
    );
    expect(flat(stdout)).toContain('Fixed 2 findings:');
    expect(flat(stdout)).toContain(
      'It touches 2 flows: balancer balances server-1/web and balancer balances server-2/web.',
    );
    expect(stdout).not.toMatch(/NEW|\[3/);
    expect(textOf('shop.arch.ts')).toBe(mended);
    expect(leftovers()).toEqual([]);
    expect(run('fix', 'shop.arch.ts')).toEqual({ exitCode: 0, stdout: 'Nothing to fix.\n', stderr: '' });
  });

  test('a dry run prints a patch that can be applied, and writes nothing', () => {
    const { exitCode, stdout } = run('fix', '--dry-run', 'shop.arch.ts');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^--- a\/shop\.arch\.ts\n\+\+\+ b\/shop\.arch\.ts\n@@ -5,10 \+5,10 @@\n/);
    expect(stdout).toContain('Nothing was written');
    expect(textOf('shop.arch.ts')).toBe(shop);
  });

  test('one rule, by its name or the part that people remember', () => {
    expect(run('fix', 'tls-version-old', 'shop.arch.ts').exitCode).toBe(0);
    expect(textOf('shop.arch.ts')).toBe(shop.replace("minimumVersion: '1.0'", "minimumVersion: '1.2'"));
  });

  test('one finding, by mark or handle', () => {
    const { mark, handle } = findingOf('availability/lb-no-health-check');
    for (const name of [mark, handle]) {
      folder.write('shop.arch.ts', shop);
      expect(run('fix', name, 'shop.arch.ts').exitCode).toBe(0);
      expect(textOf('shop.arch.ts')).toBe(shop.replace('healthCheck: false', 'healthCheck: true'));
    }
  });

  test('a finding that no edit mends is told with its remedy', () => {
    const { mark } = findingOf('transport/tls-ends-at-load-balancer');
    const { exitCode, stdout } = run('fix', mark, 'shop.arch.ts');
    expect({ exitCode, text: textOf('shop.arch.ts') }).toEqual({ exitCode: 1, text: shop });
    expect(stdout).toContain('No edit is the remedy: ');
  });

  test('what cannot be placed is told with the place and the reason, and the rest is done', () => {
    const old = shop.replace(
      "{ minimumVersion: '1.0' }",
      "{ minimumVersion: ['1.0' as const, '1.1' as const].at(0)! }",
    );
    folder.write('shop.arch.ts', old);
    const { exitCode, stdout } = run('fix', 'shop.arch.ts');
    expect(exitCode).toBe(1);
    expect(flat(stdout)).toContain("shop.arch.ts:8:33: could not be written: 'minimumVersion' is computed.");
    expect(textOf('shop.arch.ts')).toBe(old.replace('healthCheck: false', 'healthCheck: true'));
  });

  test('where the edited model does not load, it is put back, and the problem told', () => {
    // The type says what the value was when somebody wrote it down.
    const narrow = shop
      .replace("{ minimumVersion: '1.0' }", 'options')
      .replace(
        '// Bought',
        "const options: { readonly minimumVersion: '1.0' } = { minimumVersion: '1.0' };\n// Bought",
      );
    folder.write('shop.arch.ts', narrow);
    const { exitCode, stdout, stderr } = run('fix', 'tls-version-old', 'shop.arch.ts');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`Type '"1.2"' is not assignable to type '"1.0"'`);
    expect(stdout).toContain('Nothing was written: the edited model does not load.');
    expect(textOf('shop.arch.ts')).toBe(narrow);
    expect(leftovers()).toEqual([]);
  });

  test('an old text that a run left behind is not written over', () => {
    folder.write('shop.arch.ts.before-edit', 'precious');
    const { exitCode, stderr } = run('fix', 'shop.arch.ts');
    expect(exitCode).toBe(2);
    expect(flat(stderr)).toContain('is left of a run that was ended');
    expect([textOf('shop.arch.ts'), textOf('shop.arch.ts.before-edit')]).toEqual([shop, 'precious']);
  });

  test('neither graphs nor links are edited', () => {
    const graph = {
      format: 'stanchion-architecture',
      version: 1,
      name: 'Graph',
      facts: {},
      elements: [
        { id: 'certificate/c', kind: 'certificate', name: 'c', facts: {} },
        {
          id: 'web',
          kind: 'webServer',
          name: 'web',
          facts: {},
          listeners: [{ name: '', protocol: 'https', tls: { certificate: 'certificate/c', minimumVersion: '1.0' } }],
          at: { file: 'shop.arch.ts', line: 4, column: 26 },
        },
      ],
      flows: [],
      pools: [],
      clusters: [],
      journeys: [],
      waivers: [],
    };
    folder.write('graph.json', JSON.stringify(graph));
    const { exitCode, stdout } = run('fix', 'tls-version-old', 'graph.json', 'shop.arch.ts', '--model', 'Graph');
    expect(exitCode).toBe(1);
    expect(flat(stdout)).toContain('a JSON graph is not edited');
    writeFileSync(join(folder.path, 'real.txt'), shop);
    folder.write('elsewhere/linked.ts', shop);
    symlinkSync(join(folder.path, 'elsewhere/linked.ts'), join(folder.path, 'link.arch.ts'));
    expect(run('fix', 'link.arch.ts').exitCode).not.toBe(0);
    expect([textOf('elsewhere/linked.ts'), textOf('shop.arch.ts')]).toEqual([shop, shop]);
  });

  test.each([
    [['tls-version-odl'], "Did you mean 'transport/tls-version-old'?"],
    [['H99', 'shop.arch.ts'], 'The marks are'],
    [['abcdef123', 'shop.arch.ts'], 'is no finding'],
  ])('%s: misuse', (args, hint) => {
    const { exitCode, stderr } = run('fix', ...args);
    expect(exitCode).toBe(2);
    expect(flat(stderr)).toContain(hint);
  });

  test('colour on a terminal only', () => {
    const { stdout } = folder.stanchion(['fix', '--dry-run', 'shop.arch.ts'], { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[32m+');
  });
});

describe('accept', () => {
  const rule = 'transport/tls-ends-at-load-balancer';
  const because = "It's a \\ 'trial' only.";

  test('behind what made the element, with reason, last day and name', () => {
    const { mark } = findingOf(rule);
    const { exitCode, stdout, stderr } = run(
      'accept',
      mark,
      'shop.arch.ts',
      '--because',
      because,
      '--until',
      '2027-03-31',
      '--by',
      'platform team',
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Accepted: ');
    expect(textOf('shop.arch.ts')).toContain(`// for the terminals
});
balancer.accepts({
  rule: '${rule}',
  because: "It's a \\\\ 'trial' only.",
  until: '2027-03-31',
  by: 'platform team',
});
const [first`);
    expect(findingOf(rule)).toBeUndefined();
    expect(leftovers()).toEqual([]);
  });

  test('a finding about elements that one call made needs one statement', () => {
    folder.write('shop.arch.ts', shop.replace('http() }', "https(certificate, { minimumVersion: '1.1' }) }"));
    const { handle } = findingOf('transport/tls-version-old', /^web/);
    expect(run('accept', handle, 'shop.arch.ts', '--because', because).exitCode).toBe(0);
    expect(textOf('shop.arch.ts')).toContain(`(server) => {
  const web = server.webServer('web', { listens: https(certificate, { minimumVersion: '1.1' }) });
  web.accepts({ rule: 'transport/tls-version-old', because: "It's a \\\\ 'trial' only." });
  return web;
});`);
    expect(textOf('shop.arch.ts').match(/accepts/g)).toHaveLength(1);
  });

  test('a dry run writes nothing', () => {
    const { mark } = findingOf(rule);
    const { exitCode, stdout } = run('accept', mark, 'shop.arch.ts', '--because', 'x', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`+balancer.accepts({ rule: '${rule}', because: 'x' });`);
    expect(textOf('shop.arch.ts')).toBe(shop);
  });

  test('once more it is accepted already', () => {
    const { handle } = findingOf(rule);
    run('accept', handle, 'shop.arch.ts', '--because', 'x');
    const before = textOf('shop.arch.ts');
    const { exitCode, stdout } = run('accept', handle, 'shop.arch.ts', '--because', 'y');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${handle} is accepted already: x\n` });
    expect(textOf('shop.arch.ts')).toBe(before);
  });

  test.each([
    [[], 'No finding is named'],
    [['H1', 'shop.arch.ts'], 'Why it is accepted is not said'],
    [['H1', 'shop.arch.ts', '--because', ' '], 'Why it is accepted is not said'],
    [['H1', 'shop.arch.ts', '--because', 'x', '--until', 'soon'], 'is no day'],
    [['H1', 'shop.arch.ts', '--because', 'x', '--until', '2026-11-20'], 'has passed'],
    [['shop.arch.ts', '--because', 'x'], 'Write: stanchion accept FINDING shop.arch.ts'],
    [['H99', 'shop.arch.ts', '--because', 'x'], 'is no finding'],
  ])('%j: misuse', (args, message) => {
    const { exitCode, stderr } = run('accept', ...args);
    expect(exitCode).toBe(2);
    expect(flat(stderr)).toContain(message);
    expect(existsSync(join(folder.path, 'shop.arch.ts.before-edit'))).toBe(false);
  });
});
