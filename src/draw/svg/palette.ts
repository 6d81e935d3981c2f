import type { Severity } from '../../audit/finding.js';
import type { LineStyle, Tone } from '../scene/scene.js';

/** Every colour of a picture by what it is for, as `#rrggbb`. */
export interface Palette {
  /** What texts and lines stand on. */
  readonly surface: Readonly<Record<'page' | 'region' | 'zone' | 'cluster' | 'server' | 'card' | 'failed', string>>;
  /** `badge` is the text on a badge in the colour of a severity or a state. */
  readonly text: Readonly<Record<'ink' | 'muted' | 'badge', string>>;
  readonly border: Readonly<Record<'card' | 'group' | 'rule', string>>;
  readonly line: Readonly<Record<LineStyle, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  /** What became of elements and journeys when something failed: outlines, pills, lines that are cut. */
  readonly state: Readonly<Record<'dead' | 'degraded' | 'works', string>>;
  /** What a view says of a card on a pill. */
  readonly told: Readonly<Record<'internet' | 'unknown' | 'endOfTls', string>>;
  /** What a change made of elements and connections: outlines, pills, lines. */
  readonly change: Readonly<Record<'added' | 'removed' | 'changed' | 'moved', string>>;
  /** Icons, by what an element is for. */
  readonly tone: Readonly<Record<Tone, string>>;
}

/** A colour's place in the palette: `text.ink`. */
export type ColourName = { [G in keyof Palette]: `${G}.${keyof Palette[G] & string}` }[keyof Palette];

export const light: Palette = {
  surface: {
    page: '#ffffff',
    region: '#fbfcfe',
    zone: '#f4f7fb',
    cluster: '#eef3fa',
    server: '#e9eff7',
    card: '#ffffff',
    failed: '#fdeeec',
  },
  text: { ink: '#182233', muted: '#526075', badge: '#ffffff' },
  border: { card: '#74839b', group: '#76859c', rule: '#76859c' },
  line: {
    encrypted: '#1d5fc4',
    plaintext: '#b04a0f',
    decrypted: '#b42318',
    unknown: '#667085',
    local: '#47566c',
    replication: '#0b7285',
    operations: '#667388',
    passes: '#0f6e64',
    blocked: '#b42318',
    untold: '#667085',
  },
  severity: { critical: '#9d0b3f', high: '#c2320c', medium: '#8a5d00', low: '#2b5fb8' },
  state: { dead: '#b42318', degraded: '#a15c07', works: '#0f766e' },
  told: { internet: '#6a45c8', unknown: '#5f6b7e', endOfTls: '#1d5fc4' },
  change: { added: '#0f766e', removed: '#b42318', changed: '#a15c07', moved: '#6a45c8' },
  tone: {
    person: '#6a45c8',
    name: '#0b7285',
    edge: '#1d5fc4',
    guard: '#b04a0f',
    web: '#0f766e',
    app: '#3b5bdb',
    store: '#7a3ea8',
    cache: '#b4234c',
    queue: '#9a5b00',
    operations: '#526075',
    outside: '#526075',
  },
};

export const dark: Palette = {
  surface: {
    page: '#0e141f',
    region: '#111825',
    zone: '#141c2a',
    cluster: '#172030',
    server: '#19232f',
    card: '#1e293b',
    failed: '#301a21',
  },
  text: { ink: '#e9eef6', muted: '#a7b3c6', badge: '#0e141f' },
  border: { card: '#6b7c96', group: '#63738e', rule: '#63738e' },
  line: {
    encrypted: '#7db2ff',
    plaintext: '#f2a35e',
    decrypted: '#ff9a90',
    unknown: '#a5b0c0',
    local: '#b3bfd1',
    replication: '#4cc9d8',
    operations: '#93a1b5',
    passes: '#56d3be',
    blocked: '#ff9a90',
    untold: '#a5b0c0',
  },
  severity: { critical: '#ff8fb0', high: '#ff9d80', medium: '#f2c75c', low: '#8fc0ff' },
  state: { dead: '#ff9a90', degraded: '#f5c064', works: '#56d3be' },
  told: { internet: '#b8a2ff', unknown: '#a5b0c0', endOfTls: '#7db2ff' },
  change: { added: '#56d3be', removed: '#ff9a90', changed: '#f5c064', moved: '#b8a2ff' },
  tone: {
    person: '#b8a2ff',
    name: '#5fd3e0',
    edge: '#7db2ff',
    guard: '#f2a35e',
    web: '#56d3be',
    app: '#9db2ff',
    store: '#d0a6f5',
    cache: '#ff93ab',
    queue: '#f0c060',
    operations: '#a7b3c6',
    outside: '#a7b3c6',
  },
};

/** The value of a colour. */
export function colourOf(palette: Palette, name: ColourName): string {
  const [group, key] = name.split('.') as [keyof Palette, string];
  return (palette[group] as Readonly<Record<string, string>>)[key] ?? '';
}

/** Every colour's name, in the order of the palette. */
export const colourNames = Object.entries(light).flatMap(([group, colours]) =>
  Object.keys(colours).map((key) => `${group}.${key}`),
) as readonly ColourName[];
