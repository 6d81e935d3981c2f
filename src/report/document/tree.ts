/** What a report is made of, whatever it is written as. All text is plain: each format escapes it in its own way. */
export type Inline =
  | string
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly to: string };

export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  readonly items: readonly (readonly Inline[])[];
}

export interface Table {
  readonly type: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export interface Picture {
  readonly type: 'picture';
  /** Relative to the report. */
  readonly file: string;
  readonly alt: string;
}

export type ReportNode = Heading | Paragraph | List | Table | Picture;

export function heading(level: Heading['level'], text: string): Heading {
  return { type: 'heading', level, text };
}

export function paragraph(...content: readonly Inline[]): Paragraph {
  return { type: 'paragraph', content };
}

export function list(items: List['items']): List {
  return { type: 'list', items };
}

export function table(head: Table['head'], rows: Table['rows']): Table {
  return { type: 'table', head, rows };
}

export function strong(text: string): Inline {
  return { type: 'strong', text };
}

export function code(text: string): Inline {
  return { type: 'code', text };
}

/** Our own sentences write code between backticks; names of a model must not be told this way. */
export function prose(text: string): readonly Inline[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part));
}

/** A link where there is somewhere to go, else the text alone. */
export function link(text: string, to: string | undefined): Inline {
  return to === undefined ? text : { type: 'link', text, to };
}
