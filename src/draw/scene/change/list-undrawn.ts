import type { Label } from '../../../analyses/faults/labels.js';
import { kinds } from '../../../vocabulary/kinds.js';
import { grouped } from '../bundle-strokes.js';
import { quoted } from '../failure/name-causes.js';
import type { Note } from '../scene.js';
import { joined } from '../spoken.js';
import type { Subject } from './list-changes.js';

/** What came or went and has neither card nor frame: certificates, records, accounts, firewalls that are shields, agents. */
export function listUndrawn({ picture, changes }: Subject, name: Label): readonly Note[] {
  const { stage, cast } = picture;
  const hidden = stage.model.elements.filter(
    ({ id }) => cast.boxOf(id) === undefined && cast.groupOf(id) === undefined,
  );
  return (['added', 'removed'] as const).flatMap((pill) => {
    const alike = grouped(
      hidden.filter(({ id }) => changes.stateOf(id) === pill),
      ({ kind }) => kind,
    );
    return [...alike.values()].map((list) => {
      const { noun, plural } = kinds[list[0]!.kind];
      return { pill, text: `${list.length === 1 ? noun : plural} ${joined(list.map(quoted(name)))}.` };
    });
  });
}
