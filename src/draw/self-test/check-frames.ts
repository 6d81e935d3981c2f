import type { Drawing, OwnedRect } from './drawing.js';
import type { Overlap, OverlapKind } from './overlap.js';
import { contains, intersect } from './shapes.js';

export function checkFrames(drawing: Drawing): Overlap[] {
  return [
    ...missingPlaces(drawing),
    ...checkCards(drawing),
    ...checkGroups(drawing),
    ...checkTitles(drawing),
    ...checkBadges(drawing),
    ...missingPills(drawing),
  ];
}

function missingPlaces({ measured: { scene }, placement: { boxes, groups } }: Drawing): Overlap[] {
  return [
    ...scene.boxes.filter(({ id }) => !boxes.has(id)).map(({ id }): Overlap => ({ kind: 'card missing', what: id })),
    ...scene.groups.filter(({ id }) => !groups.has(id)).map(({ id }): Overlap => ({ kind: 'frame missing', what: id })),
  ];
}

function checkCards({ placement, around }: Drawing): Overlap[] {
  const boxes = [...placement.boxes.values()];
  const pairs = pairsThatMeet(
    'card on card',
    boxes.map((box) => ({ owner: box.id, rect: box })),
  );
  const frames = boxes.flatMap((box) => {
    const own = new Set(around(box.id));
    return [...placement.groups.values()].flatMap((frame): Overlap[] => {
      if (own.has(frame))
        return contains(frame, box) ? [] : [{ kind: 'card outside its frame', what: box.id, other: frame.id }];
      return intersect(frame, box) ? [{ kind: 'card on frame', what: box.id, other: frame.id }] : [];
    });
  });
  return [...pairs, ...frames];
}

function checkGroups({ placement, around }: Drawing): Overlap[] {
  const groups = [...placement.groups.values()];
  return groups.flatMap((group, index) => {
    const own = new Set(around(group.id));
    const outside = [...own].filter((frame) => !contains(frame, group));
    const met = groups
      .slice(index + 1)
      .filter((other) => !own.has(other) && !around(other.id).includes(group) && intersect(group, other));
    return [
      ...outside.map((frame): Overlap => ({ kind: 'frame outside its frame', what: group.id, other: frame.id })),
      ...met.map((other): Overlap => ({ kind: 'frame on frame', what: group.id, other: other.id })),
    ];
  });
}

function checkTitles({ placement, titles }: Drawing): Overlap[] {
  const outside = titles.filter(({ owner, rect }) => !contains(placement.groups.get(owner)!, rect));
  return [
    ...pairsThatMeet('title on title', titles),
    ...outside.map(({ owner }): Overlap => ({ kind: 'title outside its frame', what: owner })),
  ];
}

function checkBadges({ placement, titles, badges }: Drawing): Overlap[] {
  const cards = [...placement.boxes.values()].map((box) => ({ owner: box.id, rect: box }));
  const on = (kind: OverlapKind, others: readonly OwnedRect[]) =>
    badges.flatMap(({ owner, rect }) =>
      others
        .filter((other) => other.owner !== owner && intersect(rect, other.rect))
        .map((other): Overlap => ({ kind, what: owner, other: other.owner })),
    );
  return [...on('badge on card', cards), ...on('badge on title', titles), ...pairsThatMeet('badge on badge', badges)];
}

function missingPills({ measured, placement }: Drawing): Overlap[] {
  const wanted = [...measured.boxes.values(), ...measured.groups.values()].filter(
    ({ pillWidth }) => pillWidth !== undefined,
  );
  const placed = (id: string) => placement.boxes.get(id)?.pill ?? placement.groups.get(id)?.pill;
  return wanted.filter(({ id }) => !placed(id)).map(({ id }) => ({ kind: 'pill missing', what: id }));
}

function pairsThatMeet(kind: OverlapKind, rects: readonly OwnedRect[]): Overlap[] {
  return rects.flatMap(({ owner, rect }, index) =>
    rects
      .slice(index + 1)
      .filter((other) => intersect(rect, other.rect))
      .map((other) => ({ kind, what: owner, other: other.owner })),
  );
}
