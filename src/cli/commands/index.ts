import type { Command } from '../command.js';

export interface CommandEntry {
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command; a command's code is read when it is asked for. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  schema: {
    summary: 'Print the JSON schema of a model’s graph.',
    load: async () => (await import('./schema.js')).schema,
  },
};
