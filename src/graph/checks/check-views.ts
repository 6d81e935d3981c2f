import { viewNames } from '../../vocabulary/words.js';
import { type Checked, quoted } from './report.js';

/** A view is asked for by its name: no two have the same, and none that of a view which every model has. */
export function checkViews({ document: { views = [] }, report }: Checked): void {
  const taken = new Set<string>(viewNames);
  for (const [index, { name, at }] of views.entries()) {
    if (taken.has(name)) {
      const isBuiltIn = (viewNames as readonly string[]).includes(name);
      const message = isBuiltIn ? `every model has a view ${quoted(name)}` : `two views have the name ${quoted(name)}`;
      report(['views', index, 'name'], message, { at, hint: 'Give it another name.' });
    }
    taken.add(name);
  }
}
