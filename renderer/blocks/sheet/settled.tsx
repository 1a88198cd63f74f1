// A sheet once the answer is due: everything unhidden, each cell with what it was, and why.
import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Cell,
  cellParts,
  columnName,
  rowNumber,
} from '../../../core/course/blocks/sheet-cells';
import { Scroller } from '../../prose/scroller';
import { WordsInLine } from '../../prose/words';
import { Icon } from '../../ui/icon';
import type { SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback } from '../item-view';
import { Mark } from '../mark';
import { PracticeFrame } from '../practice-frame';
import { type CellState, cellState, isLong } from './sheet-view';
import { CellWords, SheetName } from './sheet-words';

export function Settled({ view, given, keyOf }: SettledProps<'sheet'>) {
  const { sheets, title } = view.shown;
  const stateOf = (cell: Cell): CellState => cellState(cell, given, keyOf.answer);
  const partAt = cellParts(sheets);
  // In the order of the file, like the parts of the key; a wrong mark may have nothing said about it.
  const spoken = new Set(keyOf.parts.map(({ part }) => part));
  const told = sheets.flatMap(({ head, rows }, at) =>
    rows.flatMap((_, row) =>
      head.flatMap((__, column): Cell[] => {
        const cell: Cell = [at, row, column];
        return stateOf(cell) !== 'other' || spoken.has(partAt(cell)) ? [cell] : [];
      }),
    ),
  );
  return (
    <div className="sheet">
      <PracticeFrame title={title}>
        {sheets.map((_, at) => (
          <SettledSheet key={at} view={view} at={at} stateOf={stateOf} />
        ))}
      </PracticeFrame>
      <ul className="sheet__list">
        {told.map((cell) => {
          const state = stateOf(cell);
          return (
            <li key={String(cell)} className="sheet__entry">
              <CellWords shown={view.shown} cell={cell} />
              <Feedback
                tone={state === 'other' ? 'plain' : state === 'found' ? 'right' : 'wrong'}
                marks={<StateMark state={state} />}
                words={keyFeedback(keyOf, partAt(cell))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function StateMark({ state }: { state: CellState }): ReactNode {
  const { t } = useTranslation('item');
  switch (state) {
    case 'found':
      return <Mark right>{t('sheet.found')}</Mark>;
    case 'missed':
      return <Mark right={false}>{t('sheet.missed')}</Mark>;
    case 'wrong':
      return <Mark right={false}>{t('sheet.notWrong')}</Mark>;
    case 'other':
      return null;
  }
}

interface SettledSheetProps {
  view: SettledProps<'sheet'>['view'];
  at: number;
  stateOf: (cell: Cell) => CellState;
}

function SettledSheet({ view, at, stateOf }: SettledSheetProps) {
  const { t } = useTranslation('item');
  const { sheets } = view.shown;
  const sheet = sheets[at];
  if (!sheet) return null;
  return (
    <div className="sheet__one">
      {sheets.length > 1 && (
        <p className="sheet__name">
          <SheetName shown={view.shown} at={at} />
        </p>
      )}
      <Scroller className="sheet__scroller sheet__scroller--whole" name={t('sheet.scrolls')}>
        <table className="sheet__table">
          <thead>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: letters take no focus */}
            <tr className="sheet__letters" aria-hidden="true">
              <td />
              {sheet.head.map((_, column) => (
                <td key={column}>{columnName(column)}</td>
              ))}
            </tr>
            <tr>
              <td className="sheet__number">1</td>
              {sheet.head.map((words, column) => (
                <th key={column} scope="col" className="sheet__head sheet__head--plain">
                  <WordsInLine nodes={words} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map(({ hidden, cells }, row) => (
              <tr key={row}>
                <td className="sheet__number">
                  {rowNumber(row)}
                  {hidden && (
                    <>
                      <Icon of={EyeOff} size="small" />
                      <span className="for-ears">{t('sheet.hidden')}</span>
                    </>
                  )}
                </td>
                {sheet.head.map((_, column) => {
                  const state = stateOf([at, row, column]);
                  return (
                    <td
                      key={column}
                      data-state={state === 'other' ? undefined : state}
                      data-align={sheet.align[column] ?? undefined}
                      data-long={isLong(cells[column] ?? []) || undefined}
                    >
                      <WordsInLine nodes={cells[column] ?? []} />
                      <StateMark state={state} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}
