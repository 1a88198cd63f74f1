// The marked cells as a list: named, taken away, and said aloud.
import { Plus, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Cell,
  cellName,
  cellNamed,
  cellParts,
  hasCell,
} from '../../../core/course/blocks/sheet-cells';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TextField } from '../../ui/text-field';
import type { FormProps } from '../block';
import { Feedback } from '../feedback';
import { partOf } from '../item-view';
import { Mark } from '../mark';
import { toggled } from './sheet-view';
import { CellWords } from './sheet-words';

/** The marks as a list: the same answer for whoever would rather not move about in a grid. */
export function MarkedCells({ view, answer, onAnswer, at }: FormProps<'sheet'> & { at: number }) {
  const { t } = useTranslation('item');
  const { sheets } = view.shown;
  const partAt = cellParts(sheets);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const box = useRef<HTMLDivElement>(null);
  /** The entry whose button has just gone: the focus goes to what stands there now. */
  const removed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (removed.current === null) return;
    const buttons = box.current?.querySelectorAll<HTMLElement>('.sheet__entry button') ?? [];
    const next = buttons[Math.min(removed.current, buttons.length - 1)];
    removed.current = null;
    (next ?? box.current?.querySelector('input'))?.focus();
  });
  const remove = (cell: Cell, entry: number): void => {
    removed.current = entry;
    setTold(t('sheet.unmarkedNow', { cell: cellName(sheets, cell) }));
    onAnswer(toggled(answer, cell));
  };
  const add = (): void => {
    const cell = cellNamed(sheets, name, at);
    if (!cell) {
      setError(t('sheet.noSuchCell'));
      return;
    }
    if (!hasCell(answer, cell)) onAnswer(toggled(answer, cell));
    setTold(t('sheet.markedNow', { cell: cellName(sheets, cell) }));
    setName('');
    setError(null);
  };
  return (
    <div ref={box} className="sheet__marked">
      <p className="sheet__marked-title">{t('sheet.marked')}</p>
      {answer.length === 0 ? (
        <p className="sheet__none">{t('sheet.none')}</p>
      ) : (
        <ul className="sheet__list">
          {answer.map((cell, entry) => (
            <li key={String(cell)} className="sheet__entry">
              <div className="sheet__entry-line">
                <CellWords shown={view.shown} cell={cell} />
                <Button
                  look="quiet"
                  aria-label={t('sheet.remove', { cell: cellName(sheets, cell) })}
                  onPress={() => remove(cell, entry)}
                >
                  <Icon of={X} />
                </Button>
              </div>
              <Tried view={view} part={partAt(cell)} />
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t('sheet.add')}
        hint={sheets.length > 1 ? t('sheet.addHintSheets') : t('sheet.addHint')}
        value={name}
        error={error}
        onChange={(text) => {
          setName(text);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
        beside={
          <Button onPress={add}>
            <Icon of={Plus} />
            {t('sheet.addButton')}
          </Button>
        }
      />
      <p className="for-ears" role="status">
        {told}
      </p>
    </div>
  );
}

/** What the last try said about a cell: it stays true whatever is marked next. */
function Tried({ view, part: at }: { view: FormProps<'sheet'>['view']; part: number }) {
  const { t } = useTranslation('item');
  const part = partOf(view.verdict, at);
  if (!part) return null;
  const mark = (
    <Mark right={part.right}>{part.right ? t('sheet.found') : t('sheet.notWrong')}</Mark>
  );
  return <Feedback tone={part.right ? 'right' : 'wrong'} marks={mark} words={part.feedback} />;
}
