import { analysesOf } from '../analyses/analyses-of.js';
import type { Explained } from '../report/explained.js';
import type { TerminalOptions } from '../report/terminal/style.js';
import { auditModels } from './audit-models.js';
import { chooseModels } from './choose-models.js';
import type { ExitCode, Request } from './command.js';
import { terminalOptions } from './terminal-options.js';
import { chooseToday } from './today.js';

/** What is told of whole models rather than of something in them. Each is read when it is asked for. */
interface Table {
  json(entries: readonly Explained[], someMissing: boolean): Promise<string>;
  terminal(entries: readonly Explained[], options: TerminalOptions): Promise<string>;
}

const tables: Readonly<Record<string, Table>> = {
  exposure: {
    json: async (...asked) => (await import('../report/json/exposure-to-json.js')).exposureToJson(...asked),
    terminal: async (entries, options) => {
      const { exposureToTerminal } = await import('../report/terminal/exposure-to-terminal.js');
      return exposureToTerminal(entries, options);
    },
  },
  spans: {
    json: async (...asked) => (await import('../report/json/spans-to-json.js')).spansToJson(...asked),
    terminal: async (entries, options) => {
      const { spansToTerminal } = await import('../report/terminal/spans-to-terminal.js');
      return spansToTerminal(entries, options);
    },
  },
  load: {
    json: async (...asked) => (await import('../report/json/load-to-json.js')).loadToJson(...asked),
    terminal: async (entries, options) => {
      const { loadToTerminal } = await import('../report/terminal/load-to-terminal.js');
      return loadToTerminal(entries, options);
    },
  },
};

/** Prints one table of the models that a request names. */
export async function explainTable(name: string, request: Request): Promise<ExitCode> {
  const { surroundings } = request;
  const audited = await auditModels(request, chooseToday(request.value('today'), surroundings));
  audited.progress.wipe();
  const entries = chooseModels(audited.audits, request).map(({ model }) => ({ model, analyses: analysesOf(model) }));
  const table = tables[name];
  if (!table) throw new Error(`no table '${name}'`);
  const options = terminalOptions(request, audited.sourceLines);
  const { hasProblems } = audited;
  if (request.has('json')) surroundings.stdout.write(await table.json(entries, hasProblems));
  else if (entries.length > 0) surroundings.stdout.write(await table.terminal(entries, options));
  return hasProblems ? 2 : 0;
}
