// A table of the text as a table: cells to write in, rows and columns to add, move and remove.
import './table.css';
import { Columns3, Rows3 } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { hasHeading, type TableChange, type TableGrid } from '../../../core/studio/table/grid';
import { useFormat } from '../../text/use-format';
import { Notice } from '../../ui/notice';
import { Tick } from '../form/tick';
import { copiedCells } from './clipboard';
import { TableCell } from './table-cell';
import { type Cell, cellBeside, isIn } from './table-keys';
import { type Act, TableMenu } from './table-menu';

/** More would make the window slow; such tables are better kept as a file. */
const mostCells = 2000;

interface TableViewProps {
  grid: TableGrid;
  /** Where the cursor is in the text. */
  line: number;
  /** BCP 47 tag of the text. */
  language: string;
  /** Another object asks for the first cell. */
  begin: object | null;
  /** False where the text cannot take the change. */
  onChange: (change: TableChange) => boolean;
}

/** The row that stands in a line of the text; the line below the heading belongs to it. */
const rowAt = ({ line, rows }: TableGrid, at: number): number =>
  at <= line + 1 ? 0 : Math.min(rows.length - 1, at - line - 1);

export function TableView(props: TableViewProps) {
  const { t } = useTranslation('studio-table');
  const { grid } = props;
  if (grid.rows.length * grid.align.length > mostCells) {
    return (
      <Notice>
        <p>{t('large')}</p>
      </Notice>
    );
  }
  return <Table {...props} />;
}

function Table({ grid, line, language, begin, onChange }: TableViewProps) {
  const { t } = useTranslation('studio-table');
  const format = useFormat();
  const refusalId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<Cell>(() => ({ row: rowAt(grid, line), column: 0 }));
  const [wanted, setWanted] = useState<Cell | null>(null);
  const [refused, setRefused] = useState<'words' | 'act' | null>(null);
  const [said, setSaid] = useState('');
  const { rows, align } = grid;
  // A heading without words is none; before the first word, the first row is still to become it.
  const isBlank = rows.every((cells) => cells.every((each) => each === ''));
  // What was there before may be gone.
  const row = Math.min(cell.row, rows.length - 1);
  const column = Math.min(cell.column, align.length - 1);

  // Only when the cursor goes elsewhere in the text.
  const follow = useEffectEvent((at: number) => {
    if (box.current?.contains(document.activeElement)) return;
    setCell((now) => ({ ...now, row: rowAt(grid, at) }));
  });
  useEffect(() => follow(line), [line]);
  useEffect(() => {
    if (!wanted) return;
    setWanted(null);
    const next = box.current?.querySelector<HTMLTextAreaElement>(
      `[data-cell="${wanted.row}-${wanted.column}"]`,
    );
    next?.focus();
    next?.select();
  }, [wanted]);
  useEffect(() => {
    if (begin) setWanted({ row: 0, column: 0 });
  }, [begin]);

  /** Does it, goes to the cell, and says so for those who do not see it. */
  const act = (change: TableChange, words: string, to: Cell = { row, column }): void => {
    if (!onChange(change)) {
      setRefused('act');
      return;
    }
    setRefused(null);
    setCell(to);
    setSaid(words);
  };
  const number = (at: number): string => format.number(at + 1);
  const headingOf = (at: number): string => rows[0]?.[at] ?? '';
  const nameOf = (at: Cell): string => {
    const heading = headingOf(at.column);
    const where = { column: number(at.column), row: number(at.row), heading };
    if (at.row === 0) return t('cell.heading', where);
    return heading === '' ? t('cell.plain', where) : t('cell.named', where);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { target, nativeEvent, ctrlKey, altKey, metaKey } = event;
    if (!(target instanceof HTMLTextAreaElement) || nativeEvent.isComposing) return;
    if (ctrlKey || altKey || metaKey) return;
    const next = cellBeside(event, { row, column }, cursorIn(target));
    if (!next) return;
    const isNewRow = event.key === 'Enter' && next.row === rows.length;
    if (isNewRow) act({ change: 'add-row', at: rows.length }, t('said.row'), next);
    else if (!isIn(rows, next)) {
      // At the edge of the table Enter makes no line, and arrows stay where they are.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    event.preventDefault();
    setWanted(next);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const { clipboardData: data } = event;
    const cells = copiedCells(data.getData('text/html'), data.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    const counts = {
      rows: format.number(cells.length),
      columns: format.number(Math.max(...cells.map((each) => each.length))),
    };
    act({ change: 'cells', row, column, cells }, t('said.pasted', counts));
  };

  const rowActs: Act[] = [
    {
      id: 'above',
      words: t('row.above'),
      isDisabled: row === 0,
      run: () => act({ change: 'add-row', at: row }, t('said.row')),
    },
    {
      id: 'below',
      words: t('row.below'),
      run: () => act({ change: 'add-row', at: row + 1 }, t('said.row'), { row: row + 1, column }),
    },
    { id: 'up', words: t('row.up'), isDisabled: row === 0, run: () => moveRow(row - 1) },
    {
      id: 'down',
      words: t('row.down'),
      isDisabled: row === rows.length - 1,
      run: () => moveRow(row + 1),
    },
    {
      id: 'remove',
      words: t('row.remove'),
      isDisabled: rows.length === 1,
      run: () => act({ change: 'remove-row', at: row }, t('said.removed')),
    },
  ];
  const columnActs: Act[] = [
    {
      id: 'before',
      words: t('column.before'),
      run: () => act({ change: 'add-column', at: column }, t('said.column')),
    },
    {
      id: 'behind',
      words: t('column.behind'),
      run: () => {
        const to = { row, column: column + 1 };
        act({ change: 'add-column', at: column + 1 }, t('said.column'), to);
      },
    },
    {
      id: 'back',
      words: t('column.back'),
      isDisabled: column === 0,
      run: () => moveColumn(column - 1),
    },
    {
      id: 'on',
      words: t('column.on'),
      isDisabled: column === align.length - 1,
      run: () => moveColumn(column + 1),
    },
    {
      id: 'remove',
      words: t('column.remove'),
      isDisabled: align.length === 1,
      run: () => act({ change: 'remove-column', at: column }, t('said.removed')),
    },
  ];
  function moveRow(to: number): void {
    const words = t('said.moved', { number: number(to) });
    act({ change: 'move-row', from: row, to }, words, { row: to, column });
  }
  function moveColumn(to: number): void {
    const words = t('said.moved', { number: number(to) });
    act({ change: 'move-column', from: column, to }, words, { row, column: to });
  }

  return (
    <div ref={box} className="table-form">
      <p role="status" className="for-ears">
        {said}
      </p>
      <div className="table-form__tools">
        <TableMenu icon={Rows3} label={t('row.title', { number: number(row) })} acts={rowActs} />
        <TableMenu
          icon={Columns3}
          label={t('column.title', { number: number(column) })}
          acts={columnActs}
          align={{
            now: align[column] ?? null,
            onChoose: (chosen) =>
              act({ change: 'align', column, align: chosen }, t(`align.${chosen ?? 'none'}`)),
          }}
        />
        <Tick
          label={t('heading')}
          isOn={isBlank || hasHeading(grid)}
          isDisabled={isBlank}
          onChange={(has) =>
            act({ change: 'heading', has }, has ? t('said.heading') : t('said.noHeading'))
          }
        />
      </div>
      {refused && (
        <Notice kind="warn" announced>
          <p id={refusalId}>{t(`refused.${refused}`)}</p>
        </Notice>
      )}
      <div className="table-form__scroller">
        <table className="table-form__table" aria-label={t('title')}>
          <tbody>
            {rows.map((cells, down) => (
              <tr key={down} data-current={down === row || undefined}>
                {cells.map((value, along) => {
                  const place = { row: down, column: along };
                  const Box = down === 0 ? 'th' : 'td';
                  return (
                    <Box
                      key={along}
                      {...(down === 0 && { scope: 'col' })}
                      data-align={align[along] ?? undefined}
                      onKeyDown={onKeyDown}
                      onPaste={onPaste}
                    >
                      <TableCell
                        label={nameOf(place)}
                        value={value}
                        language={language}
                        place={`${down}-${along}`}
                        isCurrent={down === row && along === column}
                        refusalId={refusalId}
                        onChange={(text) => onChange({ change: 'cell', ...place, text })}
                        onFocus={() => setCell(place)}
                        onRefused={(isRefused) => setRefused(isRefused ? 'words' : null)}
                      />
                    </Box>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-form__hint">{t('hint')}</p>
    </div>
  );
}

function cursorIn(area: HTMLTextAreaElement) {
  const { selectionStart, selectionEnd, value } = area;
  const style = getComputedStyle(area);
  const isOpen = selectionStart === selectionEnd;
  const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.5;
  const inside =
    area.clientHeight -
    Number.parseFloat(style.paddingTop) -
    Number.parseFloat(style.paddingBottom);
  const table = area.closest('table');
  const directionOf = (element: Element | null): 'ltr' | 'rtl' =>
    element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  return {
    // What is selected as a whole is left on either side, as in a spreadsheet.
    isAtStart: selectionStart === 0 && (isOpen || selectionEnd === value.length),
    isAtEnd: selectionEnd === value.length && (isOpen || selectionStart === 0),
    isOneLine: inside < lineHeight * 1.5,
    words: directionOf(area),
    columns: directionOf(table),
  };
}
