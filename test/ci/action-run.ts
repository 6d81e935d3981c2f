import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, temporaryFolder } from '../cli/git/repository.js';
import { action, type Step, stepNamed } from './action-file.js';

/** What a step of the action knows, as GitHub would give it. */
export interface Job {
  /** The checkout. */
  readonly cwd: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Expressions of the event, as they are written: `github.event.pull_request.number`. */
  readonly event?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** The id of our comment on the pull request. */
  readonly comment?: string;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the scripts of the action one by one, in a job of their own. */
export function startJob({ cwd, inputs = {}, event = {}, variables = {}, comment = '' }: Job) {
  const place = temporaryFolder();
  const programs = join(place, 'bin');
  mkdirSync(programs);
  writeFileSync(join(programs, 'gh'), fakeGh);
  chmodSync(join(programs, 'gh'), 0o755);
  const outputs: Record<string, string> = {};

  const resolved = (expression: string): string => {
    const [, input] = expression.match(/^inputs\.([\w-]+)$/) ?? [];
    if (input !== undefined) return inputs[input] ?? action.inputs[input]?.default ?? '';
    if (expression.startsWith('steps.')) return outputs[expression] ?? '';
    const known = expression.split(' || ').find((part) => event[part]);
    return known === undefined ? '' : (event[known] ?? '');
  };
  const filled = (text: string): string => text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression) => resolved(expression));

  return {
    outputs,
    summary: () => readIfThere(join(place, 'summary')),
    /** What `gh` was asked for, one line a call. */
    asked: () => readIfThere(join(place, 'asked')),
    /** What it was given to write. */
    written: () => readIfThere(join(place, 'written')),
    run(name: string): Ended {
      const step: Step = stepNamed(name);
      writeFileSync(join(place, 'output'), '');
      const env = {
        ...environment,
        HOME: place,
        XDG_CACHE_HOME: join(place, 'cache'),
        SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 21) / 1000),
        GIT_ALLOW_PROTOCOL: 'file',
        CI: 'true',
        PATH: `${programs}:${environment.PATH}`,
        RUNNER_TEMP: place,
        GITHUB_OUTPUT: join(place, 'output'),
        GITHUB_STEP_SUMMARY: join(place, 'summary'),
        GITHUB_ACTION_PATH: process.cwd(),
        GITHUB_REPOSITORY: 'shop/site',
        FAKE_GH: place,
        FAKE_COMMENT: comment,
        ...variables,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([key, text]) => [key, filled(text)])),
      };
      const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''];
      const { status, stdout, stderr } = spawnSync('bash', args, { cwd, env, encoding: 'utf8' });
      for (const [, key, value = ''] of readIfThere(join(place, 'output')).matchAll(/^([\w-]+)=(.*)$/gm)) {
        outputs[`steps.${step.id}.outputs.${key}`] = value;
      }
      return { exitCode: status, stdout, stderr };
    },
  };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Keeps what it is asked and given; lists one comment, or none. `FAKE_COMMENT=refuse`: the token may do nothing. */
const fakeGh = `#!/usr/bin/env bash
echo "$*" >>"$FAKE_GH/asked"
[ "$FAKE_COMMENT" != refuse ] || { echo 'HTTP 403' >&2; exit 1; }
[ "$1 $2" != 'api user' ] || { echo robot; exit; }
for word in "$@"; do
  case $word in
    --jq) echo "$FAKE_COMMENT" ;;
    body=@*) cat "\${word#body=@}" >"$FAKE_GH/written" ;;
  esac
done
`;
