import { describeMark } from './describe.js';
import { pillOf } from './failure/pill-of.js';
import type { Box, Bundle, Group, LineState, LineStyle, Mark, Scene } from './scene.js';
import { styleWords } from './style-words.js';

/** What a picture says with signs, as words: for formats that have no signs of their own. */

/** The lines on a card. */
export function wordsOfBox(box: Box): readonly string[] {
  const { name, count, detail, facts = [], watched, watches, guarded, state, shape, pill, marks } = box;
  const signs = [
    pillOf(state, shape) ?? '',
    pill?.text ?? '',
    watched ? 'watched' : '',
    watches > 0 ? `watches ${watches}` : '',
    guarded ? 'firewall of its own' : '',
  ];
  return lines([timesOf(name, count), detail, ...facts, joined(signs), numbersOf(marks)]);
}

/** The title of a frame: one line, since Mermaid keeps no room for a second. */
export function wordsOfGroup({
  name,
  count = 1,
  detail,
  watched,
  guarded,
  state,
  pill,
  marks,
}: Group): readonly string[] {
  const facts = [
    timesOf(name, count),
    detail,
    pillOf(state, undefined) ?? '',
    pill?.text ?? '',
    watched ? 'watched' : '',
    guarded ? 'firewall of its own' : '',
  ];
  return [joined([...facts, numbersOf(marks)])];
}

/** The lines on a line. Where a dash cannot tell a style from another, a word does. */
export function wordsOfBundle(bundle: Bundle): readonly string[] {
  const { label, head, style, state, purpose, marks } = bundle;
  const said = labelOfEach(bundle) || (purpose ?? '');
  const facts = [
    said,
    head === 'hollow' && !label.includes('reads') ? 'reads' : '',
    style === 'replication' && !label.includes('replicates') ? 'replicates' : '',
    style === 'local' ? 'within one server' : '',
    ...(passages[style] === undefined ? [encryptionOf(bundle)] : [passages[style]]),
    stateWords[state ?? 'untouched'],
  ];
  return lines([joined(facts), numbersOf(marks)]);
}

const stateWords: Readonly<Record<LineState, string>> = {
  cut: 'cut off',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  untouched: '',
};

/** In a view about firewalls a lock says nothing of encryption. */
const passages: Readonly<Partial<Record<LineStyle, string>>> = {
  passes: 'gets through',
  blocked: 'blocked',
  untold: 'not stated whether it gets through',
};

function encryptionOf({ lock, style }: Bundle): string {
  if (style === 'decrypted') return 'plaintext behind TLS';
  if (lock === 'question') return 'encryption not stated';
  return lock === 'open' ? 'plaintext' : '';
}

/** Every source with every target. */
export function pairsOf({ sources, targets }: Bundle): readonly (readonly [source: string, target: string])[] {
  return sources.flatMap((source) => targets.map((target) => [source, target] as const));
}

/** A tree of six lines says `×6`; each of six lines does not. */
function labelOfEach(bundle: Bundle): string {
  const pairs = pairsOf(bundle).length;
  const times = `×${pairs}`;
  return pairs > 1 && bundle.label.endsWith(times) ? bundle.label.slice(0, -times.length).trim() : bundle.label;
}

/** What stands above and below a picture, line by line; `strokes`: how the format draws what is in it. */
export function wordsAround(scene: Scene, strokes: Readonly<Record<LineStyle, string>>): readonly string[] {
  const styles = new Set(scene.bundles.map(({ style }) => style));
  const legend = everyStyle
    .filter(([style]) => styles.has(style))
    .map(([style, means]) => `${strokes[style]}: ${means}`);
  return lines([
    scene.title,
    scene.subtitle,
    scene.footer,
    legend.length > 0 ? `Lines. ${legend.join('; ')}.` : '',
    ...scene.marks.map(describeMark),
    ...(scene.notes ?? []).map(({ pill, text }) => (pill === undefined ? text : `${pill}: ${text}`)),
  ]);
}

const everyStyle: typeof styleWords = [...styleWords, ['replication', 'replication'], ['operations', 'operations']];

function timesOf(name: string, count: number): string {
  return count > 1 ? `${name} ×${count}` : name;
}

/** `[H2] [M1 accepted]`. */
function numbersOf(marks: readonly Mark[]): string {
  return marks.map(({ letter, number, accepted }) => `[${letter}${number}${accepted ? ' accepted' : ''}]`).join(' ');
}

function joined(facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join(' · ');
}

function lines(all: readonly string[]): readonly string[] {
  return all.filter((line) => line !== '');
}
