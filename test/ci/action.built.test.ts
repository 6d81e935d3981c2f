import { readFileSync } from 'node:fs';
import { createRepository, repositoryAt, type TestRepository, temporaryFolder } from '../cli/git/repository.js';
import { blocksOf, readPage } from '../docs/read-page.js';
import { type Job, startJob } from './action-run.js';

const [model = ''] = blocksOf(readPage('docs/gate.md'), 'ts');
const opened = model.replace('allows(anyone, lb)', 'allows(anyone, [lb, orders])');
const broken = "throw new Error('\\n::error::from the model\\n');\n";
const file = 'models/shop.ts';

let origin: TestRepository;
beforeAll(() => {
  origin = createRepository();
  origin.commit({ [file]: model, 'notes.md': 'one' });
  origin.git('switch', '-q', '-c', 'change');
  for (const word of ['two', 'three', 'four']) origin.commit({ 'more.md': word });
  origin.commit({ [file]: opened });
  origin.git('switch', '-q', 'main');
  origin.commit({ 'notes.md': 'two' });
});

/** What `actions/checkout` leaves: the last commit alone. */
function checkout(branch: string): TestRepository {
  const path = temporaryFolder();
  repositoryAt(path).git('clone', '-q', '--depth=1', '--branch', branch, `file://${origin.path}`, '.');
  return repositoryAt(path);
}

const event = {
  'github.event.pull_request.number': '7',
  'github.event.pull_request.head.repo.full_name': 'shop/site',
};

/** A pull request on main, with all scripts but the last. */
function pullRequest(job: Job) {
  const started = startJob({ event, variables: { GITHUB_BASE_REF: 'main' }, ...job });
  const ended = ['Fetch the base', 'Prepare Stanchion', 'Gate', 'Tell', 'Comment'].map((name) => started.run(name));
  return { ...started, printed: ended.map(({ stdout }) => stdout).join(''), ended };
}

test('a change that makes it worse: annotations, a comment, the summary, and exit code 1 at the end', () => {
  const job = pullRequest({ cwd: checkout('change').path });
  expect(job.ended.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
  expect(job.outputs['steps.base.outputs.base']).toBe('origin/main');
  expect(job.printed).toMatch(/^::error file=models\/shop\.ts,.*network\/db-internet-reachable/m);
  expect(job.written()).toMatch(/^<!-- stanchion-gate -->\n## Architecture gate: refused\n/);
  expect(job.written()).toContain('Rule 1 of border lets the internet in to orders.');
  expect(job.written()).not.toMatch(/too short|!\[/);
  expect(job.asked()).toContain('--method POST repos/shop/site/issues/7/comments');
  expect(job.asked()).toContain(
    '(.user.type == "Bot" or .user.login == "robot") and (.body | startswith("<!-- stanchion-gate -->"))',
  );
  expect(job.summary()).toBe(job.written().replace(/^.*\n/, ''));
  expect(job.outputs).toMatchObject({ 'steps.gate.outputs.drawn': 'true', 'steps.gate.outputs.sarif': 'true' });
  expect(job.run('Verdict').exitCode).toBe(1);
});

test('a change that passes, with limits from the inputs; its comment is kept up to date', () => {
  const inputs = { 'fail-on': 'never', models: `${file}\n`, args: '--new-single-points\n3', name: 'shop-gate' };
  const job = pullRequest({ cwd: checkout('change').path, inputs, comment: '41' });
  expect(job.written()).toMatch(/^<!-- shop-gate -->\n## Architecture gate: passed\n/);
  expect(job.asked()).toContain('--method PATCH repos/shop/site/issues/comments/41');
  const { limits } = JSON.parse(readFileSync(`${job.outputs['steps.gate.outputs.folder']}/gate.json`, 'utf8'));
  expect(limits).toMatchObject({ failOn: 'never', newSinglePoints: 3 });
  expect(job.run('Verdict').exitCode).toBe(0);
});

test('a model that does not load: said in the comment, exit code 2, and none of its lines is a command', () => {
  const change = checkout('change');
  change.write({ [file]: broken });
  const job = pullRequest({ cwd: change.path });
  expect(job.written()).toContain('Not all could be read');
  const [, mark] = job.printed.match(/^::stop-commands::(\S+)$/m) ?? [];
  expect(job.printed.split(`::stop-commands::${mark}\n`)[1]).toMatch(new RegExp(`\n::${mark}::\n$`));
  expect(job.run('Verdict').exitCode).toBe(2);
});

test('a change from a fork, and a token that may only read: no comment, a notice, and the summary all the same', () => {
  const { path: cwd } = checkout('change');
  const fork = { ...event, 'github.event.pull_request.head.repo.full_name': 'stranger/site' };
  const forked = pullRequest({ cwd, event: fork });
  expect([forked.asked(), forked.printed]).toEqual(['', expect.stringContaining('::notice::A change from a fork')]);
  expect(forked.summary()).toContain('Architecture gate: refused');
  const refused = pullRequest({ cwd, comment: 'refuse' });
  expect(refused.ended.at(-1)?.exitCode).toBe(0);
  expect(refused.printed).toContain('::notice::The comment could not be written');
});

const nowhere: readonly Omit<Job, 'cwd'>[] = [
  { inputs: { base: 'origin/nowhere' } },
  { inputs: { base: '$(touch pwned)' } },
  { event: { 'github.event.before': '1'.repeat(40) } },
];

test.each(nowhere)('a base that is not there is the gate’s to tell: %j', (given) => {
  const job = startJob({ cwd: checkout('main').path, ...given });
  for (const name of ['Fetch the base', 'Prepare Stanchion', 'Gate', 'Tell']) expect(job.run(name).exitCode).toBe(0);
  expect(job.summary()).toContain('could not be judged');
  expect(job.run('Verdict').exitCode).toBe(2);
});

test('a push is held against what was there before; an event without a base says so', () => {
  const before = origin.git('rev-parse', 'main~1');
  const cwd = checkout('main').path;
  const job = startJob({ cwd, event: { 'github.event.before': before } });
  for (const name of ['Fetch the base', 'Prepare Stanchion', 'Gate']) expect(job.run(name).exitCode).toBe(0);
  expect(job.outputs['steps.gate.outputs.exit-code']).toBe('0');
  const { exitCode, stdout } = startJob({ cwd }).run('Fetch the base');
  expect([exitCode, stdout]).toEqual([2, expect.stringContaining('::error::This event has no base.')]);
  expect(startJob({ cwd, inputs: { name: '../x', base: 'main' } }).run('Fetch the base').exitCode).toBe(2);
});
