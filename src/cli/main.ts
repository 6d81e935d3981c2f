#!/usr/bin/env node
import { run } from './run.js';
import type { Stream } from './surroundings.js';

// A reader that has seen enough closes the pipe: no error of ours, and the exit code stays what the audit found.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  platform: process.platform,
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  now: Date.now,
});

function streamOf(stream: NodeJS.WriteStream): Stream {
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write: (text) => void stream.write(text),
  };
}
