// The form of what the cursor stands in; where that is several things at once, one is chosen.
import './form.css';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changePicture } from '../../../core/studio/picture/pictures';
import { changeTable } from '../../../core/studio/table/change-table';
import { useKindWords } from '../editor/use-text-editor';
import { PictureView } from '../picture/picture-view';
import { TableView } from '../table/table-view';
import { type AtCursor, type FormView, formViews, viewsOf } from './at-cursor';
import { changeBlock } from './block-at';
import { BlockView } from './block-view';

/** A form that is asked for, with the focus in its first field; another object asks again. */
export interface AskedForm {
  view: FormView;
}

interface CursorFormProps {
  /** The text with what was changed since `at` was drawn: leaving a field and pressing go together. */
  textNow: () => string;
  at: AtCursor;
  /** BCP 47 tag of the text. */
  language: string;
  asked: AskedForm | null;
  /** The whole text with a change in it, and the line that the cursor is thought to stand in then. */
  onChange: (text: string, line: number) => void;
}

export function CursorForm(props: CursorFormProps) {
  const { textNow, at, language, asked, onChange } = props;
  const { t } = useTranslation('studio-form');
  const kinds = useKindWords();
  const [chosen, setChosen] = useState<FormView | null>(asked?.view ?? null);
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    setChosen(asked?.view ?? null);
  }
  const views = viewsOf(at);
  const view = views.find((each) => each === chosen) ?? views[0] ?? null;
  const { line, pictures, table, block } = at;
  const begin = asked && view === asked.view ? asked : null;
  const kind = block?.reading.form?.kind;
  const nameOf = (each: FormView): string =>
    each === 'block' && kind !== undefined ? kinds.name(kind) : t(`view.${each}`);
  const take = (next: string | undefined, to: number): boolean => {
    if (next !== undefined && next !== textNow()) onChange(next, to);
    return next !== undefined;
  };
  return (
    <section className="block-form" aria-label={t(`title.${view ?? 'block'}`)}>
      {view === null && <p className="block-form__hint">{t('nowhere')}</p>}
      {view !== null && views.length > 1 && (
        <ToggleButtonGroup
          className="block-form__views"
          aria-label={t('view.title')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={([key]) => setChosen(formViews.find((each) => each === key) ?? null)}
        >
          {formViews
            .filter((each) => views.includes(each))
            .map((each) => (
              <ToggleButton key={each} id={each} className="block-form__view">
                {nameOf(each)}
              </ToggleButton>
            ))}
        </ToggleButtonGroup>
      )}
      {view === 'picture' && (
        <PictureView
          key={line}
          pictures={pictures}
          language={language}
          begin={begin}
          onChange={(picture, change) => take(changePicture(textNow(), picture, change), line)}
        />
      )}
      {view === 'table' && table && (
        <TableView
          key={table.line}
          grid={table}
          line={line}
          language={language}
          begin={begin}
          onChange={(change) => {
            const next = changeTable(textNow(), table.line, change);
            // A row that is gone takes the cursor to the one above.
            const last = table.lastLine - (change.change === 'remove-row' ? 1 : 0);
            return take(next, Math.min(line, last));
          }}
        />
      )}
      {view === 'block' && block && (
        <BlockView
          block={block}
          language={language}
          // Its first line stays where it is, whatever becomes of the line with the cursor.
          onChange={(change) => take(changeBlock(textNow(), block.line, change), block.line)}
        />
      )}
    </section>
  );
}
