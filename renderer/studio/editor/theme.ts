// How the editor looks, by the tokens of the app. Style sheets of the page do not reach into its shadow root.
import { EditorView } from '@codemirror/view';

const small = 'var(--text-small)';

/** What text may stand on; `colours.test.ts` proves the contrasts. */
export const textPapers = ['surface', 'sunken', 'warn-soft'] as const;

export const theme = EditorView.theme({
  '&': {
    blockSize: '100%',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: 'var(--text-body)',
  },
  // The ring is drawn around the whole by editor.css.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily:
      '"Atkinson Hyperlegible Mono Variable", "Noto Sans Arabic Variable", ui-monospace, monospace',
    // The face for code has no italics of its own.
    fontSynthesis: 'style',
    lineHeight: 'var(--leading-prose)',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: 'var(--space-3)' },
  '.cm-line': { paddingInline: 'var(--space-3)' },
  '.cm-line::selection, .cm-line ::selection': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--muted)',
    borderInlineEnd: '1px solid var(--line)',
    borderInlineStart: 'none',
  },
  '.cm-lineNumbers .cm-gutterElement': { fontSize: small, minInlineSize: '2.5em' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--sunken)' },
  '.cm-activeLineGutter': { color: 'var(--ink)' },

  // Problems: a line under the words, and a sign of its own shape in the margin.
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--wrong) 1.5px' },
  '.cm-lintRange-warning': { textDecoration: 'underline dotted var(--warn) 2px' },
  '.cm-lintRange-active': { backgroundColor: 'var(--warn-soft)' },
  '.cm-lintPoint::after': { display: 'none' },
  '.cm-problem-gutter': { inlineSize: '1.5rem' },
  '.cm-problem-gutter .cm-gutterElement': { display: 'grid', placeItems: 'center' },
  '.cm-problem': {
    display: 'grid',
    placeItems: 'center',
    inlineSize: '1rem',
    blockSize: '1rem',
    fontSize: '0.75rem',
    fontWeight: '700',
    lineHeight: '1',
    color: 'var(--surface)',
  },
  '.cm-problem-error': { backgroundColor: 'var(--wrong)', borderRadius: '50%' },
  '.cm-problem-warning': { backgroundColor: 'var(--warn)', borderRadius: '2px' },

  // What opens above the text.
  '.cm-tooltip': {
    maxInlineSize: 'min(32rem, 90vi)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--text-body)',
    lineHeight: 'var(--leading)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-text)',
    maxBlockSize: '16rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: 'var(--space-3)',
    alignItems: 'baseline',
    padding: 'var(--space-2) var(--space-3)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionLabel': { fontFamily: 'var(--font-code)' },
  '.cm-completionMatchedText': { textDecoration: 'underline', fontWeight: '700' },
  '.cm-completionDetail': { marginInlineStart: 'auto', fontStyle: 'normal', opacity: '1' },
  'li:not([aria-selected]) > .cm-completionDetail': { color: 'var(--muted)' },
  '.cm-completionInfo': { padding: 'var(--space-2) var(--space-3)' },
  '.cm-diagnostic': { padding: 'var(--space-2) var(--space-3)', borderInlineStart: 'none' },
  '.cm-diagnosticAction': {
    minBlockSize: '2rem',
    marginBlockStart: 'var(--space-2)',
    marginInlineStart: '0',
    padding: 'var(--space-1) var(--space-3)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    font: 'inherit',
    fontWeight: '600',
    cursor: 'pointer',
  },

  // Searching.
  '.cm-panels': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-text)',
  },
  '.cm-panels-top': { borderBlockEnd: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--space-2)',
    padding: 'var(--space-2) var(--space-7) var(--space-2) var(--space-3)',
    fontSize: 'var(--text-body)',
  },
  '.cm-panel.cm-search br': { display: 'block', flexBasis: '100%', content: '""' },
  '.cm-panel.cm-search label': { display: 'inline-flex', gap: 'var(--space-1)', fontSize: small },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': {
    margin: '0',
  },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)' },
  '.cm-textfield': {
    minBlockSize: '2rem',
    padding: '0 var(--space-2)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    font: 'inherit',
  },
  '.cm-textfield::placeholder': { color: 'var(--muted)', opacity: '1' },
  '.cm-button': {
    minBlockSize: '2rem',
    padding: '0 var(--space-3)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--surface)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    fontFamily: 'inherit',
    fontSize: small,
    fontWeight: '600',
    cursor: 'pointer',
    '&:hover, &:active': { borderColor: 'var(--ink)', backgroundImage: 'none' },
  },
  '.cm-panel.cm-search [name=close]': {
    inlineSize: '2rem',
    blockSize: '2rem',
    insetBlockStart: 'var(--space-2)',
    insetInlineEnd: 'var(--space-2)',
    color: 'inherit',
    fontSize: '1.25rem',
    cursor: 'pointer',
  },
  '.cm-panels :focus-visible, .cm-diagnosticAction:focus-visible': {
    outline: '3px solid var(--focus)',
    outlineOffset: '1px',
    boxShadow: '0 0 0 5px var(--focus-edge)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { outlineWidth: '3px' },
  '.cm-selectionMatch': { backgroundColor: 'transparent', outline: '1px dashed var(--edge)' },
  '.cm-matchingBracket, .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
});
