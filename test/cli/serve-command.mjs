// Runs the built command again and again in one process, for tests that are not about the process: what is imported lazily is read once.
// Asked over one named pipe, answered over another, so that whoever asks can wait for it.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [command, asked, answered] = process.argv.slice(2);
const own = { ...process.env };

for (let number = 0; ; number += 1) {
  const question = readFileSync(asked, 'utf8');
  if (question === '') break;
  const answer = await answerTo(JSON.parse(question), number);
  const pipe = openSync(answered, 'w');
  writeFileSync(pipe, JSON.stringify(answer));
  closeSync(pipe);
}

async function answerTo({ args, cwd, env }, number) {
  const printed = { stdout: '', stderr: '' };
  const writers = ['stdout', 'stderr'].map((name) => {
    const { write } = process[name];
    process[name].write = (text) => {
      printed[name] += text;
      return true;
    };
    return () => {
      process[name].write = write;
    };
  });
  process.argv = [process.execPath, command, ...args];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    await import(`${pathToFileURL(command)}?${number}`);
    return { exitCode: process.exitCode ?? 0, ...printed };
  } finally {
    for (const restore of writers) restore();
    // Each run listens for pipes that are closed.
    for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
    process.exitCode = undefined;
    Object.assign(process.env, own);
  }
}
