import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { toolFolder } from '../tool.js';
import { type Note, redirect, sourceOf, unresolved } from './trusted-modules.js';

/** The modules that are imported from now on are read as ours, until the end, which waits for all that was seen. */
export interface Watch {
  readonly notes: readonly Note[];
  end(): Promise<void>;
}

/** Node has hooks in the same thread from 22.15 on. */
export function watchModules(): Watch {
  const registerHooks = (nodeModule as unknown as { readonly registerHooks?: RegisterHooks }).registerHooks;
  return registerHooks ? watchHere(registerHooks) : watchFromThread();
}

type RegisterHooks = (hooks: {
  resolve(
    specifier: string,
    context: { readonly parentURL?: string },
    next: (specifier: string, context: unknown) => unknown,
  ): unknown;
  load(url: string, context: unknown, next: (url: string, context: unknown) => { readonly format?: unknown }): unknown;
}) => { deregister(): void };

function watchHere(registerHooks: RegisterHooks): Watch {
  const notes: Note[] = [];
  const tell = (note: Note) => void notes.push(note);
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const url = redirect(specifier, context.parentURL, tell);
      if (url !== undefined) return { url, shortCircuit: true };
      try {
        return next(specifier, context);
      } catch (error) {
        tell({ fault: unresolved(specifier, context.parentURL) });
        throw error;
      }
    },
    load(url, context, next) {
      const source = sourceOf(url, tell);
      if (source !== undefined) return { format: 'module', source, shortCircuit: true };
      const result = next(url, context);
      if (result.format === 'commonjs') tell({ unseen: true });
      return result;
    },
  });
  return { notes, end: async () => hooks.deregister() };
}

function watchFromThread(): Watch {
  const notes: Note[] = [];
  const { port1: ours, port2: theirs } = new MessageChannel();
  const ended = new Promise<void>((resolve) => {
    ours.on('message', (message: Note | { readonly ended: true }) => {
      if ('ended' in message) resolve();
      else notes.push(message);
    });
  });
  nodeModule.register(pathToFileURL(join(toolFolder, 'dist', 'config-hooks.js')).href, {
    data: { port: theirs },
    transferList: [theirs],
  });
  const end = async () => {
    ours.postMessage('end');
    await ended;
    ours.close();
  };
  return { notes, end };
}
