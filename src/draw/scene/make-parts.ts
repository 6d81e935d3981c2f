import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { cleanText } from '../text/clean-text.js';
import { brandOf, glyphOfRole } from './brand-of.js';
import type { StrokeBundle } from './bundle-strokes.js';
import type { Cast, CastBox, CastGroup } from './cast.js';
import { nativeOf } from './change/native-of.js';
import { withChange, withChangeOfLine, withChangeSign } from './change/tell-change.js';
import { describeBox, describeBundle, describeGroup } from './describe.js';
import { detailOf, groupDetailOf } from './detail-of.js';
import { withFate, withFateOfLine } from './failure/tell-fate.js';
import { baseName } from './fold-alike.js';
import { lookOf } from './kind-looks.js';
import { stateOfBox, stateOfGroup, stateOfLine, touchedFrames } from './part-states.js';
import type { PlacedMarks } from './place-marks.js';
import { isFramed as isFrame } from './plan-clusters.js';
import type { Box, Bundle, Group } from './scene.js';
import { sentence, shownName, spokenName } from './spoken.js';
import type { Stage } from './stage.js';
import type { Watching } from './watch-marks.js';

/** Everything that is known of a picture before it is written down as a scene. */
export interface Picture {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly bundles: readonly StrokeBundle[];
  readonly marks: PlacedMarks;
  readonly watching: Watching;
  readonly shielded: ReadonlySet<ElementId>;
}

/** The cards, `n1`, `n2` … in the order of the model. */
export function makeBoxes(picture: Picture): readonly Box[] {
  const names = new Map<string, number>();
  for (const { element } of picture.cast.boxes) names.set(element.name, (names.get(element.name) ?? 0) + 1);
  return picture.cast.boxes.map((box) => makeBox(picture, box, (names.get(box.element.name) ?? 0) > 1));
}

function makeBox(picture: Picture, box: CastBox, repeated: boolean): Box {
  const { stage, marks, watching, shielded } = picture;
  const { element, alike, group } = box;
  const look = lookOf(element.kind);
  const native = nativeOf(stage, element);
  const name = nameOf(alike);
  const described = describeBox(native.model, { ...box, element: native.element }, name);
  const isWatched = alike.some(({ id }) => watching.watched.has(id));
  const { facts, pill, spoken } = toldOf(picture, element, isWatched);
  return {
    id: picture.cast.cardId(element.id),
    element: element.id,
    ...(group !== undefined && { cluster: picture.cast.frameId(group) }),
    shape: look.shape,
    icon: brandOf(element) ?? glyphOfRole(element) ?? look.icon,
    tone: look.tone,
    name,
    detail: cleanText(
      detailOf(native, native.element, repeated ? serverName(stage, element) : undefined, isFramed(element, group)),
    ),
    ...(facts && { facts }),
    description: withChange(stage, alike, withFate(stage, alike, [described, ...spoken].join(' '))),
    count: alike.length > 1 ? alike.length : instancesOf(element),
    marks: marks.ofBox.get(element.id) ?? [],
    watched: isWatched && pill?.sort !== 'not watched',
    watches: alike.reduce((total, { id }) => total + (watching.watches.get(id) ?? 0), 0),
    guarded: shielded.has(element.id),
    ...stateOfBox(stage, element),
    ...(pill && { pill }),
  };
}

/** What the view tells of an element, cleaned. */
function toldOf({ stage: { view, model }, watching, shielded }: Picture, element: Element, hasEye: boolean) {
  const told = view.tell?.(element, model, hasEye, shielded.has(element.id), watching.drawn);
  const { facts = [], pill, spoken = [] } = told ?? {};
  const shown = facts.map(cleanText).filter((fact) => fact !== '');
  return { ...(shown.length > 0 && { facts: shown }), pill, spoken: spoken.map(sentence) };
}

/** The frame round it is the failure domain that it stands in. */
function isFramed({ facts }: Element, frame: ElementId | undefined): boolean {
  return frame !== undefined && (facts.standsIn ?? []).includes(frame);
}

function nameOf(alike: readonly Element[]): string {
  const [first, second] = alike;
  if (!first) return '(no name)';
  return second && second.name !== first.name ? baseName(shownName(first)) : shownName(first);
}

/** Which of several of one name it is, where no frame tells. */
function serverName({ model, view }: Stage, element: Element): string | undefined {
  const host = model.hostOf(element);
  return host && !isFrame(model, host, view.frames) ? host.name : undefined;
}

function instancesOf({ facts }: Element): number {
  return typeof facts.instances === 'object' ? facts.instances.max : (facts.instances ?? 1);
}

/** The frames, `g1`, `g2` … in the order of the model. */
export function makeGroups(picture: Picture): readonly Group[] {
  const touched = touchedFrames(picture.stage, picture.cast);
  return picture.cast.groups.map((group) => makeGroup(picture, group, touched));
}

function makeGroup(picture: Picture, group: CastGroup, touched: ReadonlySet<ElementId>): Group {
  const { stage, cast, marks, watching, shielded } = picture;
  const { element, alike, parent, kind } = group;
  const name = nameOf(alike);
  const isWatched = alike.some(({ id }) => watching.watched.has(id));
  const { facts, pill, spoken } = toldOf(picture, element, isWatched);
  const native = nativeOf(stage, element);
  const detail = facts?.join(' · ') ?? cleanText(groupDetailOf(native, native.element, isFramed(element, parent)));
  const described = describeGroup(group, name, detail, inhabitants(stage.model, cast, element.id));
  return {
    id: cast.frameId(element.id),
    element: element.id,
    ...(parent !== undefined && { parent: cast.frameId(parent) }),
    kind,
    name,
    detail,
    description: withChange(stage, alike, withFate(stage, alike, [described, ...spoken].join(' '))),
    marks: marks.ofGroup.get(element.id) ?? [],
    guarded: shielded.has(element.id),
    watched: isWatched && pill?.sort !== 'not watched',
    ...(pill && { pill }),
    ...(alike.length > 1 && { count: alike.length }),
    ...stateOfGroup(stage, element, touched),
  };
}

function inhabitants(model: Architecture, cast: Cast, group: ElementId): readonly string[] {
  const cards = cast.boxes.filter((box) => box.group === group).map(({ element }) => shownName(element));
  const frames = cast.groups.filter(({ parent }) => parent === group).map(({ element }) => spokenName(model, element));
  return [...frames, ...cards];
}

/** The lines, `b1`, `b2` … */
export function makeBundles(picture: Picture): readonly Bundle[] {
  return picture.bundles.map((bundle, index) => makeBundle(picture, bundle, `b${index + 1}`));
}

function makeBundle({ stage, cast, marks }: Picture, bundle: StrokeBundle, id: string): Bundle {
  const { sources, targets, flows, line, pairs } = bundle;
  const times =
    pairs > 1 && !line.uncounted && (line.label !== '' || (line.sort === 'traffic' && !line.cut)) ? `×${pairs}` : '';
  const withTimes = (text: string) => [text, times].filter((word) => word !== '').join(' ');
  return {
    id,
    sources: sources.map((source) => cast.cardId(source)),
    targets: targets.map((target) => cast.cardId(target)),
    flows,
    style: line.style,
    head: line.head,
    label: withChangeSign(stage, bundle, withTimes(cleanText(line.label))),
    ...(line.short !== undefined && { shortLabel: withChangeSign(stage, bundle, withTimes(line.short)) }),
    ...(line.lock && { lock: line.lock }),
    description: withChangeOfLine(line, withFateOfLine(line, describeBundle(stage.model, bundle))),
    marks: marks.ofBundle.get(bundle) ?? [],
    sort: line.sort,
    sideBySide: line.sideBySide,
    ...(line.purpose && { purpose: line.purpose }),
    thin: line.thin ?? false,
    ...stateOfLine(stage, bundle),
  };
}
