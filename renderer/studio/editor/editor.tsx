// The text of a lesson as trainers write it: coloured, with its problems on the spot, completions, blocks to insert, clean pasting.
import './editor.css';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { emptyTable } from '../../../core/studio/table/new-table';
import { type ActionName, actions } from './actions';
import type { Mend } from './diagnostics';
import { Foot } from './foot';
import { blockInsertion } from './insertion';
import { mend, toNextProblem } from './problem-marks';
import { tableInsertion } from './table-insertion';
import { ToolBar } from './tool-bar';
import { type EditorInput, useTextEditor } from './use-text-editor';

export function Editor(props: EditorInput) {
  const host = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLButtonElement>(null);
  const [isInserting, setInserting] = useState(false);
  const [isSizing, setSizing] = useState(false);
  const hasInserted = useRef(false);
  /** The line of a table that was just put in. */
  const tableLine = useRef<number | null>(null);
  const { readOnly, problems, label, onPut } = props;
  const { editor, place } = useTextEditor(host, props, {
    onInsert: () => setInserting(!readOnly),
    onChoosePicture: () => picture.current?.click(),
    onChooseTable: () => setSizing(!readOnly),
  });

  // Before the menu gives the focus back to its button, which it does only if nobody else has it.
  useEffect(() => {
    if (isInserting || !hasInserted.current) return;
    hasInserted.current = false;
    editor?.view.focus();
  }, [isInserting, editor]);

  const put = useEffectEvent((line: number) => onPut('table', line));
  useEffect(() => {
    if (isSizing || tableLine.current === null) return;
    put(tableLine.current);
    tableLine.current = null;
  }, [isSizing]);

  // The same functions from key to key, so that a key draws neither the tool bar nor the foot again.
  const act = useCallback(
    (name: ActionName): void => {
      if (!editor) return;
      const { view } = editor;
      view.dispatch(view.state.update(actions[name].make(view.state)));
      view.focus();
    },
    [editor],
  );
  const insert = useCallback(
    (markdown: string): void => {
      if (!editor) return;
      const { view } = editor;
      view.dispatch(
        view.state.update(blockInsertion(view.state, markdown, view.state.selection.main.head)),
      );
      hasInserted.current = true;
    },
    [editor],
  );
  const insertTable = useCallback(
    (columns: number, rows: number): void => {
      if (!editor) return;
      const { view } = editor;
      view.dispatch(view.state.update(tableInsertion(view.state, emptyTable(columns, rows))));
      tableLine.current = view.state.doc.lineAt(view.state.selection.main.head).number;
      setSizing(false);
    },
    [editor],
  );
  const addPictures = useCallback(
    (files: readonly File[]): void =>
      editor?.addPictures(files, editor.view.state.selection.main.head),
    [editor],
  );
  const mendOne = useCallback(
    (one: Mend): void => {
      if (!editor) return;
      mend(editor.view, one);
      editor.view.focus();
    },
    [editor],
  );
  const goToNextProblem = useCallback((): void => {
    if (!editor) return;
    toNextProblem(editor.view);
    editor.view.focus();
  }, [editor]);
  return (
    <section className="editor" aria-label={label}>
      {!readOnly && (
        <ToolBar
          isInserting={isInserting}
          onInserting={setInserting}
          onInsert={insert}
          isSizing={isSizing}
          onSizing={setSizing}
          onTable={insertTable}
          onAction={act}
          onPictures={addPictures}
          pictureRef={picture}
        />
      )}
      <div ref={host} className="editor__text" />
      <Foot
        line={place.line}
        marks={place.marks}
        problems={problems.length}
        readOnly={readOnly}
        onMend={mendOne}
        onNextProblem={goToNextProblem}
      />
    </section>
  );
}
