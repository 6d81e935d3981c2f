/**
 * Whether a source is nested so deeply that a compiler could exhaust its stack over it, which would end the whole process. Told from
 * counts that no person's program comes near, before any parser sees it: brackets within brackets, thousands of operators, branches or
 * calls in one statement. Brackets in strings count as well; that errs on the safe side.
 */
export function isTooDeep(source: string): boolean {
  return (
    bracketDepth(source) > 500 ||
    longestRun(source) > 20_000 ||
    (source.match(nesting)?.length ?? 0) > 5_000 ||
    longestChain(source) > 2_000
  );
}

/** What nests a statement in a statement without a bracket that stays open. */
const nesting = /\b(?:for|while|with|if)\s*\(|\bdo\s+do\b/g;

function bracketDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === 0x28 || code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x29 || code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** Of operators, keywords, types: what is not broken by a bracket, a comma, a semicolon or a string. */
function longestRun(source: string): number {
  return Math.max(...source.split(/[;,(){}[\]'"`]/).map((part) => part.trim().length));
}

/** Calls on what a call gave, in one statement. */
function longestChain(source: string): number {
  return Math.max(...source.split(';').map((part) => part.match(/[)\]]\s*(?:\?\.|\.|\(|\[)/g)?.length ?? 0));
}
