// Puts CodeMirror together: in a shadow root, because there its style sheets are constructed and the content policy lets them be.
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, Prec, Transaction } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { directionOf } from '../../text/languages';
import { actions, otherKeys } from './actions';
import { outline } from './blocks-in';
import { colours } from './colours';
import { type CourseAround, completions, type KindWords } from './completions';
import { courseLanguage } from './course-language';
import { cursorInSight } from './cursor-in-sight';
import type { ProblemMark } from './diagnostics';
import { pictured } from './format';
import { gapsAndMarks } from './gaps-and-marks';
import { lineDirection } from './line-direction';
import { changesBetween } from './outside-change';
import { pasting } from './pasting';
import {
  marksAtCursor,
  mend,
  mendActions,
  problemMarks,
  toNextProblem,
  toPreviousProblem,
  withoutHint,
} from './problem-marks';
import { theme } from './theme';

/** What may change while the editor stands. */
export interface EditorSettings {
  label: string;
  /** How to get out of the text by keyboard. */
  hint: string;
  /** BCP 47 tag of the text. */
  language: string;
  readOnly: boolean;
  phrases: Record<string, string>;
}

export interface EditorListeners {
  onText: (text: string) => void;
  /** The cursor, the problems in its line, or both may have changed. */
  onPlace: (line: number, marks: readonly ProblemMark[]) => void;
  onInsert: () => void;
  onChoosePicture: () => void;
  onChooseTable: () => void;
  /** The path of the picture in the course; null when it did not become one. */
  onPicture: (file: File) => Promise<string | null>;
  /** It stands in this line now, without words. */
  onPictureIn: (line: number) => void;
  around: () => CourseAround;
  kindWords: () => KindWords;
}

export interface TextEditor {
  view: EditorView;
  set: (settings: EditorSettings) => void;
  setText: (text: string) => void;
  setMarks: (marks: readonly ProblemMark[]) => void;
  addPictures: (files: readonly File[], at: number) => void;
  goTo: (line: number) => void;
  destroy: () => void;
}

const hintId = 'how-to-leave';

/** Courses know no HTML comments, and Alt with an arrow goes back to the screen before. */
const notOurs: ReadonlySet<string> = new Set([
  'Mod-/',
  'Alt-A',
  'Mod-i',
  'Alt-ArrowLeft',
  'Alt-ArrowRight',
]);

const isOurs = ({ key }: KeyBinding): boolean => key === undefined || !notOurs.has(key);

const settled = ({ label, language, readOnly, phrases }: EditorSettings): Extension => [
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': hintId,
    lang: language,
    tabindex: '0',
  }),
  EditorView.editorAttributes.of({ dir: directionOf(language) }),
  // A text that cannot be changed can still be read with the cursor.
  EditorState.readOnly.of(readOnly),
  EditorState.phrases.of(phrases),
];

function keys(listeners: EditorListeners): Extension {
  const ours = Object.values(actions).map(
    ({ key, make }): KeyBinding => ({
      key,
      preventDefault: true,
      stopPropagation: true,
      run: (view) => {
        if (!view.state.readOnly) view.dispatch(view.state.update(make(view.state)));
        return true;
      },
    }),
  );
  const others: KeyBinding[] = [
    { key: otherKeys.insert, preventDefault: true, run: () => told(listeners.onInsert) },
    { key: otherKeys.table, preventDefault: true, run: () => told(listeners.onChooseTable) },
    { key: otherKeys.picture, preventDefault: true, run: () => told(listeners.onChoosePicture) },
    { key: otherKeys.nextProblem, run: toNextProblem, shift: toPreviousProblem },
    { key: 'Escape', run: withoutHint },
    { key: otherKeys.mend, preventDefault: true, run: mendHere },
  ];
  return [
    Prec.high(keymap.of([...ours, ...others])),
    keymap.of([
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      indentWithTab,
      ...defaultKeymap.filter(isOurs),
    ]),
  ];
}

function told(tell: () => void): true {
  tell();
  return true;
}

/** Mends the first problem of the line that can be mended. */
function mendHere(view: EditorView): boolean {
  const one = marksAtCursor(view.state).flatMap(({ mends }) => mends)[0];
  if (one) mend(view, one);
  return one !== undefined;
}

export function createEditor(
  host: HTMLElement,
  text: string,
  settings: EditorSettings,
  listeners: EditorListeners,
): TextEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const compartment = new Compartment();
  const hint = document.createElement('p');
  hint.id = hintId;
  hint.hidden = true;
  hint.textContent = settings.hint;

  /** Where pictures go that are still being saved: the places move with what is written meanwhile. */
  const awaited = new Map<File, number>();
  const addPictures = (files: readonly File[], at: number): void => {
    for (const file of files) {
      awaited.set(file, at);
      // Whoever saves pictures says what went wrong.
      const saved = listeners.onPicture(file).catch(() => null);
      void saved.then((path) => {
        const place = awaited.get(file);
        awaited.delete(file);
        if (place === undefined || path === null) return;
        const isHere = view.state.selection.main.head === place;
        const { selection, ...added } = pictured(path, place);
        // Who has gone on writing elsewhere is not called back.
        view.dispatch(isHere ? { ...added, selection } : added);
        if (isHere)
          listeners.onPictureIn(view.state.doc.lineAt(view.state.selection.main.head).number);
      });
    }
  };

  const state = EditorState.create({
    doc: text,
    extensions: [
      compartment.of(settled(settings)),
      outline,
      courseLanguage(),
      colours,
      gapsAndMarks,
      theme,
      lineDirection,
      cursorInSight,
      EditorView.lineWrapping,
      EditorState.tabSize.of(4),
      indentUnit.of('  '),
      history(),
      problemMarks,
      lineNumbers(),
      highlightActiveLineGutter(),
      highlightActiveLine(),
      highlightSpecialChars(),
      highlightSelectionMatches(),
      search({ top: true }),
      autocompletion({
        override: [completions(listeners.around, listeners.kindWords)],
        icons: false,
      }),
      keys(listeners),
      pasting(addPictures),
      EditorView.updateListener.of(({ docChanged, changes, transactions, state }) => {
        if (docChanged) {
          for (const [file, place] of awaited) awaited.set(file, changes.mapPos(place, 1));
          const isOwn = transactions.some(
            (one) => one.docChanged && one.annotation(Transaction.remote) !== true,
          );
          if (isOwn) listeners.onText(state.doc.toString());
        }
        // Scrolling changes nothing of this.
        if (transactions.length === 0) return;
        listeners.onPlace(state.doc.lineAt(state.selection.main.head).number, marksAtCursor(state));
      }),
    ],
  });
  const view = new EditorView({ state, root, parent: root });
  root.append(hint);

  return {
    view,
    set(next) {
      hint.textContent = next.hint;
      view.dispatch({ effects: compartment.reconfigure(settled(next)) });
    },
    setText(next) {
      const changes = changesBetween(view.state.doc.toString(), next);
      if (changes.length === 0) return;
      view.dispatch({
        changes,
        // Undoing takes back what was written here, not what came from elsewhere.
        annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)],
      });
    },
    setMarks(marks) {
      const withActions = marks.map((mark) => ({ ...mark, actions: mendActions(mark.mends) }));
      view.dispatch(setDiagnostics(view.state, withActions));
    },
    addPictures,
    goTo(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    destroy() {
      awaited.clear();
      view.destroy();
      hint.remove();
    },
  };
}
