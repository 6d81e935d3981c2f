/** What the logs of GitHub, Azure and TeamCity take for a command to them: at the beginning of a line, or anywhere. */
const commands =
  /:(?=:(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|internal-set-repo-path|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning)(?![a-z-]))|#(?=#[a-z]*\[)/giu;

/**
 * Text of others made harmless for a terminal: control characters, what cannot be seen and marks that turn the direction of
 * writing are spelled out (`\u001b`), so that no name can move the cursor, recolour or rewrite what stands before it; so is the first
 * sign of what a log of CI obeys (`\u003a:error::`). Line breaks stay.
 */
export function visible(text: string): string {
  return text
    .replace(
      /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
      (character) => (character === '\n' ? character : spelled(character)),
    )
    .replace(commands, spelled);
}

function spelled(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
