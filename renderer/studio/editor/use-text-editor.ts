// Keeps CodeMirror in step with what the component is given, and the component with where the cursor is.
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/course/problem';
import { problemWords } from '../../text/problem-words';
import type { CourseAround, KindWords } from './completions';
import { createEditor, type EditorSettings, type TextEditor } from './create-editor';
import { type Mend, marksOf, type ProblemMark } from './diagnostics';
import { inEditor, inFile, lineEndOf } from './line-ends';
import { SentTexts } from './outside-change';
import { phrasesOf } from './phrases';

export interface EditorInput {
  text: string;
  onChange: (text: string) => void;
  /** Names the text: “Lesson 2: Reading a message”. */
  label: string;
  language: string;
  readOnly: boolean;
  problems: readonly Problem[];
  mends: readonly Mend[];
  onCursor: (line: number) => void;
  /** A new object leads there, be it the same line again. */
  goTo: { line: number } | null;
  /** Asked for when there is something to complete: it changes with each key. */
  around: () => CourseAround;
  onPicture: (file: File) => Promise<string | null>;
  /** A picture or a table was put into a line: what it shows, what stands in it, is still to be said. */
  onPut: (what: 'picture' | 'table', line: number) => void;
}

interface Asked {
  onInsert: () => void;
  onChoosePicture: () => void;
  onChooseTable: () => void;
}

export interface CursorPlace {
  line: number;
  marks: readonly ProblemMark[];
}

const isSame = (one: CursorPlace, other: CursorPlace): boolean =>
  one.line === other.line &&
  one.marks.length === other.marks.length &&
  one.marks.every((mark, at) => mark === other.marks[at]);

export function useKindWords(): KindWords {
  const { t } = useTranslation('studio-editor');
  return useMemo(
    () => ({ name: (kind) => t(`kind.${kind}`), use: (kind) => t(`use.${kind}`) }),
    [t],
  );
}

function useSettings({ label, language, readOnly }: EditorInput): EditorSettings {
  const { t } = useTranslation('studio-editor');
  return useMemo(
    () => ({ label, language, readOnly, hint: t('leave'), phrases: phrasesOf(t) }),
    [label, language, readOnly, t],
  );
}

/** The editor, once it stands in its host, and where its cursor is. */
export function useTextEditor(
  host: RefObject<HTMLDivElement | null>,
  input: EditorInput,
  asked: Asked,
): { editor: TextEditor | null; place: CursorPlace } {
  const { t } = useTranslation();
  const [editor, setEditor] = useState<TextEditor | null>(null);
  const [place, setPlace] = useState<CursorPlace>({ line: 1, marks: [] });
  const kindWords = useKindWords();
  const settings = useSettings(input);
  const sent = useRef(new SentTexts());
  const lineTold = useRef(1);
  const { text, problems, mends, goTo } = input;

  const begin = useEffectEvent((element: HTMLDivElement): TextEditor => {
    return createEditor(element, inEditor(text), settings, {
      onText,
      onPlace,
      onInsert: () => insert(),
      onChoosePicture: () => choosePicture(),
      onChooseTable: () => chooseTable(),
      onPicture: (file) => savePicture(file),
      onPictureIn: (line) => pictureIn(line),
      around: () => around(),
      kindWords: () => words(),
    });
  });
  const onText = useEffectEvent((written: string) => {
    const next = inFile(written, lineEndOf(text));
    sent.current.add(next);
    input.onChange(next);
  });
  const onPlace = useEffectEvent((line: number, marks: readonly ProblemMark[]) => {
    const next = { line, marks };
    if (line !== lineTold.current) input.onCursor(line);
    lineTold.current = line;
    setPlace((before) => (isSame(before, next) ? before : next));
  });
  const insert = useEffectEvent(() => asked.onInsert());
  const choosePicture = useEffectEvent(() => asked.onChoosePicture());
  const chooseTable = useEffectEvent(() => asked.onChooseTable());
  const savePicture = useEffectEvent((file: File) => input.onPicture(file));
  const pictureIn = useEffectEvent((line: number) => input.onPut('picture', line));
  const around = useEffectEvent(() => input.around());
  const words = useEffectEvent(() => kindWords);

  useEffect(() => {
    if (!host.current) return;
    const made = begin(host.current);
    setEditor(made);
    return () => made.destroy();
  }, [host]);
  useEffect(() => editor?.set(settings), [editor, settings]);
  useEffect(() => {
    if (!sent.current.comesBack(text)) editor?.setText(inEditor(text));
  }, [editor, text]);
  useEffect(() => {
    if (!editor) return;
    const message = (problem: Problem): string => {
      const { what, mend } = problemWords(t, problem);
      return `${what} ${mend}`;
    };
    editor.setMarks(marksOf(editor.view.state.doc, problems, mends, message));
  }, [editor, problems, mends, t]);
  useEffect(() => {
    if (goTo) editor?.goTo(goTo.line);
  }, [editor, goTo]);

  return { editor, place };
}
