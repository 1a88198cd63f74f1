// The grid of a sheet: one cell has the keyboard's place, keys and pointer move it, Space marks.
import {
  ArrowDown,
  ArrowDownUp,
  ArrowUp,
  EyeOff,
  Flag,
  ListFilter,
  type LucideIcon,
} from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button, Input, TextField, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SheetAnswer, SheetShown } from '../../../core/course/blocks/sheet';
import {
  type Cell,
  cellName,
  columnName,
  hasCell,
  rowNumber,
} from '../../../core/course/blocks/sheet-cells';
import { inlineText } from '../../../core/course/plain-text';
import { useProse } from '../../prose/prose-context';
import { WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import {
  cellText,
  isBetween,
  isLong,
  type Look,
  nextSort,
  type Spot,
  seenRows,
  spotForKey,
  summaryOf,
} from './sheet-view';

interface GridProps {
  shown: SheetShown;
  /** Which sheet. */
  at: number;
  look: Look;
  onLook: (look: Look) => void;
  answer: SheetAnswer;
  onToggle: (cell: Cell) => void;
  labelId: string;
  missingId: string | null;
}

/** Row by its place in the file, so that sorting takes the place along. */
interface At {
  row: number;
  column: number;
}

export function Grid(props: GridProps) {
  const { shown, at, look, onLook, answer, onToggle, labelId, missingId } = props;
  const { t, i18n } = useTranslation('item');
  const { language } = useProse();
  const sheet = shown.sheets[at] as SheetShown['sheets'][number];
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<At>({ row: -1, column: 0 });
  const [anchor, setAnchor] = useState<At>(active);
  const [showRows, setShowRows] = useState(false);
  const [hasFilters, setHasFilters] = useState(look.filters.some((filter) => filter !== ''));
  const [told, setTold] = useState('');
  const mayFocus = useRef(false);

  const rows = seenRows(sheet, look, showRows, language ?? i18n.language);
  const spotOf = ({ row, column }: At): Spot => ({ row: Math.max(0, rows.indexOf(row)), column });
  const spot = spotOf(active);
  const corner = spotOf(anchor);
  const cellAt = ({ row, column }: Spot): Cell => [at, rows[row] ?? 0, column];

  useLayoutEffect(() => {
    if (!mayFocus.current) return;
    mayFocus.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"][data-cell]')?.focus();
  });

  const go = (to: Spot, extends_: boolean): void => {
    const next = { row: rows[to.row] ?? -1, column: to.column };
    setActive(next);
    if (!extends_) setAnchor(next);
  };
  const toggle = (): void => {
    if (rows.length === 0) return;
    const cell = cellAt(spot);
    const values = { cell: cellName(shown.sheets, cell) };
    setTold(hasCell(answer, cell) ? t('sheet.unmarkedNow', values) : t('sheet.markedNow', values));
    onToggle(cell);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!(event.target as HTMLElement).matches('[data-cell]')) return;
    if (event.key === ' ') {
      event.preventDefault();
      toggle();
      return;
    }
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const size = { rows: rows.length, columns: sheet.head.length };
    const isControl = event.ctrlKey || event.metaKey;
    const to = spotForKey(spot, event.key, isControl, size, isRightToLeft);
    if (!to) return;
    event.preventDefault();
    mayFocus.current = true;
    go(to, event.shiftKey);
  };

  const tools: { of: LucideIcon; words: string; isOn: boolean; onChange: (on: boolean) => void }[] =
    [
      {
        of: Flag,
        words: t('sheet.mark'),
        isOn: rows.length > 0 && hasCell(answer, cellAt(spot)),
        onChange: toggle,
      },
      {
        of: ListFilter,
        words: t('sheet.filter'),
        isOn: hasFilters,
        onChange: (on) => {
          setHasFilters(on);
          if (!on) onLook({ ...look, filters: [] });
        },
      },
      { of: EyeOff, words: t('sheet.hiddenRows'), isOn: showRows, onChange: setShowRows },
    ];

  return (
    <div className="sheet__one">
      <div className="sheet__tools">
        {tools.map(({ of, words, isOn, onChange }) => (
          <ToggleButton key={words} className="sheet__tool" isSelected={isOn} onChange={onChange}>
            <Icon of={of} size="small" />
            {words}
          </ToggleButton>
        ))}
      </div>
      <div className="sheet__scroller">
        <table
          ref={table}
          className="sheet__table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one moves through its cells
          role="grid"
          aria-labelledby={labelId}
          aria-multiselectable="true"
          aria-rowcount={sheet.rows.length + 1}
          onKeyDown={onKeyDown}
          {...(missingId !== null && { 'aria-describedby': missingId })}
        >
          <thead>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: letters take no focus */}
            <tr className="sheet__letters" aria-hidden="true">
              <td />
              {sheet.head.map((_, column) => (
                <td key={column}>{columnName(column)}</td>
              ))}
            </tr>
            <tr aria-rowindex={1}>
              <th scope="row" className="sheet__number">
                1
              </th>
              {sheet.head.map((words, column) => (
                <th
                  key={column}
                  scope="col"
                  className="sheet__head"
                  aria-sort={sortOf(look, column)}
                >
                  <Button
                    className="sheet__sort"
                    onPress={() => onLook({ ...look, sort: nextSort(look.sort, column) })}
                  >
                    <WordsInLine nodes={words} />
                    <span className="for-ears"> {t('sheet.sort')}</span>
                    <Icon of={sortIcon(look, column)} size="small" />
                  </Button>
                </th>
              ))}
            </tr>
            {hasFilters && (
              <tr className="sheet__filters">
                <td className="sheet__number" />
                {sheet.head.map((words, column) => (
                  <td key={column}>
                    <TextField
                      aria-label={t('sheet.filterOf', {
                        column: inlineText(words) || columnName(column),
                      })}
                      value={look.filters[column] ?? ''}
                      onChange={(text) =>
                        onLook({
                          ...look,
                          filters: sheet.head.map((__, each) =>
                            each === column ? text : (look.filters[each] ?? ''),
                          ),
                        })
                      }
                    >
                      <Input className="sheet__filter" dir="auto" />
                    </TextField>
                  </td>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {rows.map((row, shownRow) => (
              <tr key={row} aria-rowindex={rowNumber(row)}>
                <th scope="row" className="sheet__number">
                  {rowNumber(row)}
                  {sheet.rows[row]?.hidden && (
                    <>
                      <Icon of={EyeOff} size="small" />
                      <span className="for-ears">{t('sheet.hidden')}</span>
                    </>
                  )}
                </th>
                {sheet.head.map((_, column) => {
                  const here = { row: shownRow, column };
                  const isActive = spot.row === shownRow && spot.column === column;
                  const isMarked = hasCell(answer, cellAt(here));
                  return (
                    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid it is a gridcell
                    <td
                      key={column}
                      data-cell=""
                      data-active={isActive || undefined}
                      data-marked={isMarked || undefined}
                      data-align={sheet.align[column] ?? undefined}
                      data-long={isLong(sheet.rows[row]?.cells[column] ?? []) || undefined}
                      aria-selected={isBetween(here, spot, corner)}
                      tabIndex={isActive ? 0 : -1}
                      onFocus={() => {
                        if (!isActive) go(here, false);
                      }}
                      onPointerDown={(event) => {
                        mayFocus.current = true;
                        go(here, event.shiftKey);
                      }}
                      onPointerEnter={(event: PointerEvent) => {
                        if (event.pointerType === 'mouse' && event.buttons === 1) go(here, true);
                      }}
                      onDoubleClick={toggle}
                    >
                      <WordsInLine nodes={sheet.rows[row]?.cells[column] ?? []} />
                      {isMarked && (
                        <>
                          <Flag className="sheet__flag" aria-hidden="true" />
                          <span className="for-ears"> {t('sheet.isMarked')}</span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="sheet__none">{t('sheet.noRows')}</p>}
      </div>
      <StatusBar
        texts={rows.flatMap((row, shownRow) =>
          sheet.head.flatMap((_, column) =>
            isBetween({ row: shownRow, column }, spot, corner)
              ? [cellText(sheet, row, column)]
              : [],
          ),
        )}
      />
      <p className="for-ears" role="status">
        {told}
      </p>
    </div>
  );
}

const sortOf = ({ sort }: Look, column: number): 'ascending' | 'descending' | 'none' => {
  if (sort?.column !== column) return 'none';
  return sort.down ? 'descending' : 'ascending';
};

const sortIcon = ({ sort }: Look, column: number): LucideIcon => {
  if (sort?.column !== column) return ArrowDownUp;
  return sort.down ? ArrowDown : ArrowUp;
};

/** What the selected cells add up to, as soon as there is more than one. */
function StatusBar({ texts }: { texts: readonly string[] }) {
  const { t, i18n } = useTranslation('item');
  const { language } = useProse();
  const format = useFormat();
  const { count, sum, average } = summaryOf(texts, language ?? i18n.language);
  return (
    <p className="sheet__status" role="status">
      {texts.length > 1 && (
        <>
          <span>{t('sheet.cells', { cells: format.number(count) })}</span>
          {sum !== null && <span>{t('sheet.sum', { sum: format.number(sum) })}</span>}
          {average !== null && (
            <span>{t('sheet.average', { average: format.number(average) })}</span>
          )}
        </>
      )}
    </p>
  );
}
