/** Each preset by its name. A list of its own, since every command's flags name them and few read what they ask. */
export const plainPresets = [
  'recommended',
  'strict',
  'security',
  'availability',
  'all',
  'stride',
  'nist-800-53',
  'aws-well-architected',
  'cwe',
  'asvs',
  'cis',
] as const;

export type PlainPreset = (typeof plainPresets)[number];

export type PresetName = PlainPreset | `recommended@${number}`;

/** How many major versions of `recommended` can be asked for. */
const recommendedVersions = 1;

/** Every preset there is, `recommended@1` and its like last. */
export function presetNames(versions = recommendedVersions): readonly string[] {
  return [...plainPresets, ...Array.from({ length: versions }, (_, index) => `recommended@${index + 1}`)];
}
