import type { Box, Bundle, Group, Mark, Scene } from '../../../src/draw/scene/scene.js';

export interface SceneParts {
  readonly direction?: Scene['direction'];
  readonly boxes?: readonly (Partial<Box> & Pick<Box, 'id'>)[];
  readonly groups?: readonly (Partial<Group> & Pick<Group, 'id'>)[];
  readonly bundles?: readonly (Partial<Bundle> & Pick<Bundle, 'sources' | 'targets'>)[];
}

/** A scene from what matters to a test; the rest is filled in. Bundles get their ids by number. */
export function makeScene({ direction = 'TB', boxes = [], groups = [], bundles = [] }: SceneParts): Scene {
  return {
    view: 'deployment',
    title: 'A test',
    subtitle: '',
    footer: '',
    direction,
    boxes: boxes.map((box) => ({ ...plainBox, element: box.id, name: box.id, ...box })),
    groups: groups.map((group) => ({ ...plainGroup, name: group.id, ...group })),
    bundles: bundles.map((bundle, index) => ({ ...plainBundle, id: `b${index}`, ...bundle })),
    marks: [],
    description: '',
  };
}

export function mark(number: number, severity: Mark['severity'] = 'high'): Mark {
  const letters = { critical: 'C', high: 'H', medium: 'M', low: 'L' } as const;
  return { letter: letters[severity], number, severity, rule: 'a/rule', text: 'A finding', accepted: false };
}

const plainBox = {
  shape: 'card',
  icon: 'box',
  tone: 'app',
  detail: '',
  description: '',
  count: 1,
  marks: [],
  watched: false,
  watches: 0,
} as const;

const plainGroup = { kind: 'zone', detail: '', description: '', marks: [] } as const;

const plainBundle = {
  flows: [],
  style: 'encrypted',
  head: 'full',
  label: '',
  description: '',
  marks: [],
  sort: 'traffic',
  sideBySide: false,
} as const;
