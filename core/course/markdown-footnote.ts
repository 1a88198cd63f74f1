// Three rules of markdown-it-footnote anew: its own take quadratic time, and lose notes inside notes.
import type { StateCore, StateInline, Token } from 'markdown-it';

interface Note {
  label?: string;
  count?: number;
  /** Of a note written in place, `^[…]`. */
  tokens?: Token[];
  content?: string;
}

interface FootnoteEnv {
  [key: PropertyKey]: unknown;
  footnotes?: { refs?: Record<string, number>; list?: Note[] };
}

/** markdown-it inline rule: a note in its place, `^[…]`. */
export function footnoteInPlaceRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const env = state.env as FootnoteEnv;
    env.footnotes ??= {};
    env.footnotes.list ??= [];
    const { list } = env.footnotes;
    const tokens: Token[] = [];
    const content = state.src.slice(state.pos + 2, end);
    state.push('footnote_ref', '', 0).meta = { id: list.length };
    // In the list before it is read: notes inside it come after it.
    list.push({ content, tokens });
    state.md.inline.parse(content, state.md, env, tokens);
  }
  state.pos = end + 1;
  return true;
}

/** No bracket may stand in the label, so that no text is looked through twice. */
const reference = /\[\^([^\s[\]]+)\]/y;

/** markdown-it inline rule: `[^label]`, where there is such a note. */
export function footnoteReferenceRule(state: StateInline, silent: boolean): boolean {
  const { footnotes } = state.env as FootnoteEnv;
  if (!footnotes?.refs || !state.src.startsWith('[^', state.pos)) return false;
  reference.lastIndex = state.pos;
  const match = reference.exec(state.src);
  const label = match?.[1] ?? '';
  const known = footnotes.refs[`:${label}`];
  if (!match || known === undefined) return false;
  if (!silent) {
    footnotes.list ??= [];
    const id = known < 0 ? footnotes.list.length : known;
    footnotes.refs[`:${label}`] = id;
    const subId = footnotes.list[id]?.count ?? 0;
    footnotes.list[id] = { label, count: subId + 1 };
    state.push('footnote_ref', '', 0).meta = { id, subId, label };
  }
  state.pos += match[0].length;
  return true;
}

/** markdown-it core rule: moves the notes to the end, and says which of them nothing refers to. */
export function footnoteTailRule(state: StateCore): void {
  const { footnotes } = state.env as FootnoteEnv;
  if (!footnotes) return;
  const text: Token[] = [];
  const written = new Map<string, Token[]>();
  const unused: Token[] = [];
  const open: Token[][] = [];
  for (const [at, token] of state.tokens.entries()) {
    if (token.type === 'footnote_reference_open') {
      const label = String(token.meta?.label);
      const note: Token[] = [];
      open.push(note);
      if (written.has(label) || (footnotes.refs?.[`:${label}`] ?? -1) < 0) {
        token.map = state.tokens[at + 1]?.map ?? null;
        unused.push(token);
      } else written.set(label, note);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1) ?? text).push(token);
  }
  state.tokens = [...text, ...unused];
  if (!footnotes.list) return;

  const { Token } = state;
  state.tokens.push(new Token('footnote_block_open', '', 1));
  for (const [id, note] of footnotes.list.entries()) {
    const noteOpen = new Token('footnote_open', '', 1);
    noteOpen.meta = { id };
    state.tokens.push(noteOpen);
    const inside = note.tokens ? paragraph(note, state) : written.get(note.label ?? '');
    for (const token of inside ?? []) state.tokens.push(token);
    for (let subId = 0; subId < Math.max(1, note.count ?? 0); subId++) {
      state.tokens.push(new Token('footnote_anchor', '', 0));
    }
    state.tokens.push(new Token('footnote_close', '', -1));
  }
  state.tokens.push(new Token('footnote_block_close', '', -1));
}

function paragraph({ tokens, content }: Note, { Token }: StateCore): Token[] {
  const inline = new Token('inline', '', 0);
  inline.children = tokens ?? [];
  inline.content = content ?? '';
  return [new Token('paragraph_open', 'p', 1), inline, new Token('paragraph_close', 'p', -1)];
}
