// What a course says, as plain JSON: the tree that Markdown becomes and that screens turn into elements.

/** Where a link leads. Only `link-target.ts` makes these; nothing else decides about an address. */
export type LinkTarget =
  | { to: 'web'; url: string }
  | { to: 'mail'; url: string }
  /** A file of the course, relative to the course folder: a lesson, the glossary or a download. */
  | { to: 'file'; path: string; anchor?: string }
  /** A heading of the same page. */
  | { to: 'anchor'; anchor: string }
  /** An address that is not allowed; shown as text. */
  | { to: 'refused'; url: string }
  /** A link in a message of an inbox: where it would lead is shown, and it never opens. */
  | { to: 'shown'; url: string };

/** A number the reader sets. */
export interface WhatIfInput {
  name: string;
  /** The name as it is shown. */
  label: string;
  start: number;
  min: number;
  max: number;
  unit: string;
}

/** A number that follows: an expression over the inputs and the formulas before it. */
export interface WhatIfFormula {
  name: string;
  label: string;
  expression: string;
  unit: string;
}

export interface WhatIf {
  inputs: WhatIfInput[];
  formulas: WhatIfFormula[];
  /** The input along which the last formula is drawn as a line; null for none. */
  along: string | null;
}

export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'emphasis' | 'strong' | 'strike'; children: Inline[] }
  /** `==words==` in a block that asks for them: the kind takes them out before anything is shown. */
  | { type: 'marked'; children: Inline[] }
  | { type: 'link'; target: LinkTarget; title?: string; children: Inline[] }
  | { type: 'image'; source: LinkTarget; alt: string; title?: string; width?: PictureWidth }
  | { type: 'break'; hard: boolean }
  | { type: 'footnote-reference'; number: number; occurrence: number }
  /** A word of the organisation's own: the overlay's value for `key`, or the fallback. */
  | { type: 'organisation'; key: string; fallback: string }
  /** A gap to fill in; `gap` counts from 0 within its `blanks` block. */
  | { type: 'gap'; gap: number }
  /** What may be marked as a whole; `unit` counts from 0 within its `mark` block. */
  | { type: 'unit'; unit: number; children: Inline[] };

/** Of the text around it (`50%`), or in pixels (`320`). Only `picture-width.ts` makes these. */
export type PictureWidth = string;

export type TableAlign = 'start' | 'center' | 'end' | null;

export interface ListItem {
  line: number;
  /** Set for task lists. */
  task?: 'open' | 'done';
  children: Prose[];
}

/** Every node carries the line (from 1) of its source file where it begins. */
export type Prose =
  | { type: 'paragraph'; line: number; children: Inline[] }
  | { type: 'heading'; line: number; level: number; anchor: string; children: Inline[] }
  | {
      type: 'list';
      line: number;
      ordered: boolean;
      start: number;
      tight: boolean;
      items: ListItem[];
    }
  | { type: 'quote'; line: number; children: Prose[] }
  | { type: 'alert'; line: number; kind: AlertKind; children: Prose[] }
  | { type: 'code'; line: number; language: string; text: string }
  | {
      type: 'table';
      line: number;
      align: TableAlign[];
      head: Inline[][];
      rows: { line: number; cells: Inline[][] }[];
    }
  | { type: 'rule'; line: number }
  | {
      type: 'footnotes';
      line: number;
      notes: { number: number; occurrences: number; children: Prose[] }[];
    }
  /** A `:::` block that asks nothing: folded text, a figure. */
  | { type: 'details'; line: number; title: Inline[]; children: Prose[] }
  | {
      type: 'figure';
      line: number;
      id?: string;
      image: { source: LinkTarget; alt: string; width?: PictureWidth };
      caption: Prose[];
      description: Prose[];
    }
  /** A pool or a test: what it is lies in `Lesson.groups` under the same id. */
  | { type: 'group'; line: number; id: string; children: Prose[] }
  /** Figures to play with, and what follows from them; questions about them may stand inside. */
  | { type: 'whatif'; line: number; model: WhatIf; children: Prose[] }
  /** Something to do at one's desk: the numbered lists among the children are its steps. */
  | { type: 'steps'; line: number; children: Prose[] }
  /** Two or three texts side by side, where there is room. */
  | { type: 'columns'; line: number; columns: Prose[][] }
  | {
      type: 'media';
      line: number;
      kind: 'video' | 'audio';
      source: LinkTarget;
      captions: LinkTarget | null;
      poster: LinkTarget | null;
      caption: Prose[];
      transcript: Prose[];
    }
  /** The place of a graded block; its content lies in `Lesson.items` under the same id. */
  | { type: 'item'; line: number; id: string }
  /** The place of a block that keeps an answer; its content lies in `Lesson.kept`. */
  | { type: 'kept'; line: number; id: string };
