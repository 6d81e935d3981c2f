import type { Scene } from '../../../src/draw/scene/scene.js';
import { hostileNames } from '../fixtures/hostile.js';
import { makeScene, mark } from './make-scene.js';

/** One of everything that a scene can say. */
export function speakingScene(): Scene {
  const scene = makeScene({
    groups: [
      { id: 'frame', name: 'front', detail: 'dmz', guarded: true, marks: [mark(4)], description: 'front: zone.' },
      { id: 'inner', parent: 'frame', kind: 'server', name: 'server 1', state: 'dead' },
      { id: 'empty', name: 'nothing in it' },
    ],
    boxes: [
      { id: 'user', shape: 'person', name: 'visitor', detail: 'user', state: 'dead' },
      { id: 'web', cluster: 'inner', name: 'nginx', detail: 'web server', count: 3, marks: [mark(1)], watched: true },
      { id: 'db', cluster: 'frame', shape: 'store', name: 'orders', detail: 'PostgreSQL 18', state: 'failed' },
      { id: 'wall', shape: 'guard', name: 'firewall', state: 'degraded' },
      { id: 'far', shape: 'outside', name: 'mail', watches: 4 },
    ],
    bundles: [
      { sources: ['user'], targets: ['wall'], label: 'HTTPS', lock: 'closed' },
      { sources: ['wall'], targets: ['web'], label: 'HTTP', style: 'plaintext', lock: 'open', marks: [mark(2)] },
      { sources: ['web', 'wall'], targets: ['db', 'far'], label: 'SQL ×4', style: 'unknown', lock: 'question' },
      { sources: ['web'], targets: ['db'], style: 'local', head: 'hollow', state: 'cut' },
      { sources: ['db'], targets: ['far'], style: 'replication', head: 'diamond', sort: 'replication' },
      { sources: ['far'], targets: ['web'], style: 'operations', purpose: 'backup', sort: 'operations', thin: true },
    ],
  });
  return {
    ...scene,
    title: 'A shop — deployment',
    subtitle: 'It sells.',
    footer: 'Stanchion',
    marks: [mark(1)],
    description: '5 elements.\nAll of them.',
  };
}

/** Scenes of which every text is one of those that mean mischief, uncleaned. */
export function hostileScenes(): readonly (readonly [name: string, scene: Scene])[] {
  return [...hostileNames, ...mischief].map((name) => [name.slice(0, 40), hostileScene(name)] as const);
}

const mischief = [
  '1. a list',
  '- a list',
  '# heading',
  '`code` **bold** _it_ https://evil.example www.evil.example',
  'end',
  'style:#f00; classDef x:#f00;',
  '"]; click n1 "https://evil.example" %%{init: {"securityLevel": "loose"}}%%',
  '---\ntitle: x\n---',
  'C:\\new\\table\\',
  '\\',
  '/* comment */ // comment',
  ':::failed',
  '|"x"| --> n2',
  '<b onmouseover="x">&quot;&#34;#quot;#34;',
];

function hostileScene(text: string): Scene {
  const words = { name: text, detail: text, description: text };
  const scene = makeScene({
    groups: [{ id: `g"${text}`, ...words }],
    boxes: [
      { id: `a"${text}`, cluster: `g"${text}`, ...words },
      { id: `b"${text}`, shape: 'store', ...words },
    ],
    bundles: [{ sources: [`a"${text}`], targets: [`b"${text}`], label: text, description: text }],
  });
  return { ...scene, title: text, subtitle: text, footer: text, description: text, marks: [{ ...mark(1), text }] };
}
