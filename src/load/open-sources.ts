import { createBuilderModules } from './builder-modules.js';
import { loadEngine } from './engine.js';
import type { ModelFile } from './find-models.js';
import { type LoadedSource, loadSource, type SourceOptions } from './load-source.js';
import { createModuleStore } from './modules.js';
import { createToSource } from './source-positions.js';
import { transformModule } from './transform-module.js';

/** What loads TypeScript models: compiler, engine and what they share between the models of a run. */
export interface Sources {
  load(file: ModelFile): Promise<LoadedSource>;
}

/** Imported when the first model is met that is not cached: all that is heavy lies behind this module. */
export function openSources(cwd: string): Sources {
  const store = createModuleStore(cwd, transformModule);
  const options: SourceOptions = {
    engine: loadEngine(),
    store,
    cwd,
    byId: store.byId,
    builder: createBuilderModules(transformModule),
    toSource: createToSource(store.byId),
  };
  return { load: ({ path, file }) => loadSource(path, file, options) };
}
