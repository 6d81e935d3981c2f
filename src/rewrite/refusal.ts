import type { Node } from 'ts-morph';

/** Why an edit cannot be placed, and at which character of the text; thrown where it is found, told by `rewrite`. */
export class Refusal extends Error {
  readonly offset: number | undefined;

  constructor(reason: string, node?: Node) {
    super(reason);
    this.name = 'Refusal';
    this.offset = node?.getStart();
  }
}
