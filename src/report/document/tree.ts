/**
 * A report as a small tree, before it becomes Markdown or HTML. Texts are as their authors wrote them: whoever writes the
 * tree down makes them harmless.
 */
export type ReportNode = Heading | Paragraph | Table | List | Quote | Picture;

export type Inline = string | Strong | Emphasis | Code | Link;

export interface Heading {
  readonly type: 'heading';
  /** 1 for the title. */
  readonly level: 1 | 2 | 3 | 4;
  readonly content: readonly Inline[];
  /** What links of this document name it by. */
  readonly id?: string;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

export interface Table {
  readonly type: 'table';
  readonly head: readonly Cell[];
  /** Each as long as the head. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = readonly Inline[];

export interface List {
  readonly type: 'list';
  readonly items: readonly (readonly Inline[])[];
}

export interface Quote {
  readonly type: 'quote';
  readonly content: readonly Inline[];
}

export interface Picture {
  readonly type: 'picture';
  /** Relative to the report, with `/`. */
  readonly file: string;
  readonly alt: string;
}

export interface Strong {
  readonly type: 'strong';
  readonly content: readonly Inline[];
}

export interface Emphasis {
  readonly type: 'emphasis';
  readonly content: readonly Inline[];
}

export interface Code {
  readonly type: 'code';
  readonly text: string;
}

export interface Link {
  readonly type: 'link';
  /** An address, or `#` and the id of a heading of this document. */
  readonly to: string;
  readonly content: readonly Inline[];
}
