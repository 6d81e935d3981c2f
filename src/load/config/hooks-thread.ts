import type { MessagePort } from 'node:worker_threads';
import { type Note, redirect, sourceOf, unresolved } from './trusted-modules.js';

/** The hooks in a thread of their own, as Node before 22.15 wants them: what they see goes back through a port. */

let port: MessagePort | undefined;

export function initialize(data: { readonly port: MessagePort }): void {
  port = data.port;
  // Notes come in order: with the answer, all of them are there.
  port.on('message', () => port?.postMessage({ ended: true }));
}

function tell(note: Note): void {
  port?.postMessage(note);
}

interface ResolveContext {
  readonly parentURL?: string;
}

type Next<Context, Result> = (what: string, context: Context) => Promise<Result>;

export async function resolve<Context extends ResolveContext, Result>(
  specifier: string,
  context: Context,
  next: Next<Context, Result>,
) {
  const url = redirect(specifier, context.parentURL, tell);
  if (url !== undefined) return { url, shortCircuit: true };
  try {
    return await next(specifier, context);
  } catch (error) {
    tell({ fault: unresolved(specifier, context.parentURL) });
    throw error;
  }
}

export async function load<Context, Result extends { readonly format?: unknown }>(
  url: string,
  context: Context,
  next: Next<Context, Result>,
) {
  const source = sourceOf(url, tell);
  if (source !== undefined) return { format: 'module', source, shortCircuit: true };
  const result = await next(url, context);
  if (result.format === 'commonjs') tell({ unseen: true });
  return result;
}
