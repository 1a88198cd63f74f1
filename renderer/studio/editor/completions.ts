// What can be written at the cursor: kinds of blocks, their attributes, links, facts, competences, the organisation's words.
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { isPartKind } from '../../../core/course/blocks';
import { attributesOf } from '../../../core/course/kind-attributes';
import { courseMatter, lessonMatter } from '../../../core/course/matter-schemas';
import { mediaAttributes, pictures, playable } from '../../../core/course/read-plain';
import { samples } from '../../../core/course/samples';
import { flags, matterValues, valuesOf } from './attribute-values';
import { blocksAround, outline } from './blocks-in';
import { blockInsertion } from './insertion';

/** A file of the course, and what it is called. */
export interface CourseFile {
  /** As links write it: relative to the folder of the course. */
  path: string;
  /** The title of a lesson. */
  title?: string;
}

/** Something with a short name that text refers to. */
export interface Named {
  id: string;
  name: string;
}

/** What the course around the text has to offer. */
export interface CourseAround {
  /** Path of the text itself: course.md has other front matter than lessons. */
  file: string;
  files: readonly CourseFile[];
  /** What `#…` can lead to in this lesson: headings and blocks. */
  ids: readonly Named[];
  terms: readonly Named[];
  competences: readonly Named[];
  facts: readonly Named[];
  topics: readonly Named[];
  courses: readonly Named[];
  /** Keys without `org.`, and what they are replaced by here. */
  organisationKeys: readonly Named[];
}

/** Names of kinds and what they are for, in the language of the interface. */
export interface KindWords {
  name: (kind: string) => string;
  use: (kind: string) => string;
}

type Finder = (at: Written) => CompletionResult | null;

interface Written {
  context: CompletionContext;
  /** The line as far as the cursor. */
  before: string;
  lineFrom: number;
  number: number;
  around: CourseAround;
  words: KindWords;
}

const allSamples = Object.values(samples).flat();

const endsWith = (path: string, endings: readonly string[]): boolean =>
  endings.includes(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');

/** Found by its name as well as by its code: nobody knows the codes by heart. */
const byName = ({ id, name }: Named, written: string): Completion => ({
  label: name === '' ? written : `${written} ${name}`,
  displayLabel: id,
  detail: name,
  apply: written,
});

const named = ({ id, name }: Named): Completion => ({ label: id, detail: name });

const fileOption = ({ path, title }: CourseFile): Completion => ({
  label: path,
  ...(title !== undefined && { detail: title }),
  type: 'file',
});

const result = (
  { context }: Written,
  written: string,
  options: readonly Completion[],
): CompletionResult | null =>
  options.length === 0
    ? null
    : { from: context.pos - written.length, options, validFor: /^[^\s)\]}"]*$/ };

const inbox = samples.questions.find(({ kind }) => kind === 'inbox')?.markdown ?? '';

/** The first message of the sample. */
const message = /^::: message[\s\S]*?^:::$/m.exec(inbox)?.[0] ?? '';

/** `::: cho` becomes a whole block. */
const kinds: Finder = (at) => {
  const { context, before, lineFrom, number, words } = at;
  const match = /^\s*:{3,}\s*([a-z]*)$/.exec(before);
  const line = context.state.doc.lineAt(context.pos);
  if (!match || line.to !== context.pos) return null;
  // What is typed may open a block already.
  const inside = blocksAround(context.state.field(outline), number).find(
    ({ line }) => line !== number,
  );
  const offered = inside?.kind === 'inbox' ? [{ kind: 'message', markdown: message }] : allSamples;
  const options = offered.map(
    ({ kind, markdown }): Completion => ({
      label: kind,
      detail: words.name(kind),
      info: words.use(kind),
      type: 'block',
      apply: (view: EditorView) => {
        view.dispatch(view.state.update(blockInsertion(view.state, markdown, lineFrom, true)));
      },
    }),
  );
  return result(at, match[1] ?? '', options);
};

/** Inside the braces of an opening line. */
const attributes: Finder = (at) => {
  const { context, before, around } = at;
  const match = /^\s*:{3,}\s*([^\s#{]+)[^{]*\{([^}]*)$/.exec(before);
  if (!match) return null;
  const [, kind = '', inside = ''] = match;
  const value = /(?:^|\s)([\w-]+)=("?)([^"\s]*)$/.exec(inside);
  if (value) {
    const [, name = '', quote = '', written = ''] = value;
    return result(at, quote + written, valueOptions(kind, name, around));
  }
  if ((inside.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  const written = /[^\s]*$/.exec(inside)?.[0] ?? '';
  const taken = new Set([...inside.matchAll(/([\w-]+)=/g)].map(([, name]) => name));
  const options = attributesOf(kind)
    .filter((name) => !taken.has(name))
    .map(
      (name): Completion => ({
        label: name,
        apply: flags.has(name) ? name : `${name}=`,
        type: 'attribute',
      }),
    );
  return context.explicit || written !== '' || inside === '' ? result(at, written, options) : null;
};

function valueOptions(kind: string, name: string, around: CourseAround): Completion[] {
  if (name === 'competence') {
    return around.competences.map((each) => byName(each, `"${each.id}"`));
  }
  const endings = fileEndings(kind, name);
  if (endings) return around.files.filter(({ path }) => endsWith(path, endings)).map(fileOption);
  return valuesOf(kind, name).map((label) => ({ label }));
}

function fileEndings(kind: string, name: string): readonly string[] | undefined {
  if (kind === 'sheet' && name === 'src') return ['csv'];
  if (kind !== 'video' && kind !== 'audio') return undefined;
  if (!mediaAttributes[kind].some((each) => each === name)) return undefined;
  if (name === 'src') return playable[kind];
  return name === 'captions' ? ['vtt'] : pictures;
}

/** More would take long to look through at every key. */
const longestLink = 500;

/** Behind `](`: pictures behind `![…](`, else lessons, other files, places of this text, words of the glossary. */
const links: Finder = (at) => {
  const { before, around } = at;
  const match = /(!?)\[[^\]]*\]\(<?([^\s()<>]*)$/.exec(before.slice(-longestLink));
  if (!match) return null;
  const [, isPicture, written = ''] = match;
  const { files, ids, terms, file } = around;
  if (isPicture) {
    const shown = files.filter(({ path }) => endsWith(path, pictures));
    return result(at, written, shown.map(fileOption));
  }
  const places = ids.map(({ id, name }): Completion => ({ label: `#${id}`, detail: name }));
  const words = terms.map(
    ({ id, name }): Completion => ({ label: `glossary.md#${id}`, detail: name }),
  );
  const others = files.filter(({ path }) => path !== file).map(fileOption);
  return result(at, written, [...others, ...places, ...words]);
};

/** `{{org.helpdesk.phone | your IT help desk}}` */
const organisation: Finder = (at) => {
  const match = /\{\{\s*([a-z0-9.-]*)$/.exec(at.before);
  if (!match) return null;
  const rest = at.context.state.sliceDoc(at.context.pos, at.context.pos + 80);
  const isClosed = /^[^{}\n]*\}\}/.test(rest);
  const options = at.around.organisationKeys.map(({ id, name }): Completion => {
    const shown = { label: `org.${id}`, detail: name, type: 'organisation' };
    return isClosed ? shown : snippetCompletion(`org.${id} | #{}}}`, shown);
  });
  return result(at, match[1] ?? '', options);
};

const asideWords = ['HINT', 'WHY', 'CLUE', 'NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];
const insideBlocks: ReadonlySet<string> = new Set(['HINT', 'WHY', 'CLUE']);

/** `> [!…]` */
const asides: Finder = (at) => {
  const match = /^[\s>]*>\s?\[!([A-Za-z]*)$/.exec(at.before);
  if (!match) return null;
  const [inner] = blocksAround(at.context.state.field(outline), at.number);
  const isMessage = inner !== undefined && isPartKind(inner.kind);
  const fits = (word: string): boolean => {
    if (!insideBlocks.has(word)) return true;
    if (!inner) return false;
    return word === 'CLUE' ? isMessage : word === 'WHY' || !isMessage;
  };
  const next = at.context.state.sliceDoc(at.context.pos, at.context.pos + 1);
  const options = asideWords
    .filter(fits)
    .map((label): Completion => ({ label, apply: next === ']' ? label : `${label}] ` }));
  return result(at, match[1] ?? '', options);
};

/** Keys of front matter, and their values where they are of a few. */
const matter: Finder = (at) => {
  const { before, around, context, number } = at;
  const { matterEnd } = context.state.field(outline);
  if (number === 1 || (matterEnd > 0 && number >= matterEnd)) return null;
  if (matterEnd === 0 && context.state.doc.line(1).text.trimEnd() !== '---') return null;
  const key = /^([A-Za-z]*)$/.exec(before)?.[1];
  if (key !== undefined) {
    const isCourse = /(^|\/)course\.md$/i.test(around.file);
    const known = Object.keys((isCourse ? courseMatter : lessonMatter).shape);
    const missing = known.filter((name) => !hasKey(context.state, name, matterEnd));
    return result(
      at,
      key,
      missing.map((label) => ({ label, apply: `${label}: ` })),
    );
  }
  const name = keyOf(context.state, number);
  const written = /[^\s[,"'-]*$/.exec(before)?.[0] ?? '';
  const isValue = /[:[,\-"']\s*[^\s[,"'-]*$/.test(before) || /-\s*\S*$/.test(before);
  return name && isValue ? result(at, written, matterOptions(name, before, around)) : null;
};

function matterOptions(name: string, before: string, around: CourseAround): Completion[] {
  const quoted = /["'][^"']*$/.test(before);
  switch (name) {
    case 'competences':
      // A code without quotes is a number: 4.10 and 4.1 would be one.
      return around.competences.map((each) => byName(each, quoted ? each.id : `"${each.id}"`));
    case 'facts':
      return around.facts.map(named);
    case 'topics':
      return around.topics.map(named);
    case 'prerequisites':
      return around.courses.map(named);
    default:
      return (matterValues[name] ?? []).map((label) => ({ label }));
  }
}

const hasKey = ({ doc }: EditorState, name: string, end: number): boolean => {
  for (let number = 2; number < end; number++) {
    if (doc.line(number).text.startsWith(`${name}:`)) return true;
  }
  return false;
};

/** The key that a line of front matter belongs to: its own, or that of the list it stands in. */
function keyOf({ doc }: EditorState, number: number): string | undefined {
  for (let at = number; at > 1; at--) {
    const key = /^([A-Za-z]+):/.exec(doc.line(at).text)?.[1];
    if (key) return key;
  }
  return undefined;
}

const finders = [matter, kinds, attributes, links, organisation, asides];

/** Nothing is offered in code: there the signs of Markdown mean nothing. */
const isCode = ({ state, pos }: CompletionContext): boolean =>
  /Code/.test(syntaxTree(state).resolveInner(pos, -1).name);

export const completions =
  (around: () => CourseAround, words: () => KindWords) =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const written: Written = {
      context,
      before: line.text.slice(0, context.pos - line.from),
      lineFrom: line.from,
      number: line.number,
      around: around(),
      words: words(),
    };
    if (isCode(context)) return null;
    for (const find of finders) {
      const found = find(written);
      if (found) return found;
    }
    return null;
  };
