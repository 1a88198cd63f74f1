// A table; one wider than the page scrolls by itself.
import { useTranslation } from 'react-i18next';
import { inlineText } from '../../core/course/plain-text';
import type { Inline, Prose, TableAlign } from '../../core/course/prose';
import { InlineView } from './inline';
import { Scroller } from './scroller';

interface TableProps {
  node: Extract<Prose, { type: 'table' }>;
  line: number | undefined;
}

const alignment = (align: TableAlign | undefined): string | undefined =>
  align ? `prose__cell--${align}` : undefined;

const isEmpty = (cell: readonly Inline[]): boolean => inlineText(cell).trim() === '';

export function Table({ node, line }: TableProps) {
  const { t, i18n } = useTranslation('prose');
  const columns = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(
    node.head.filter((cell) => !isEmpty(cell)).map(inlineText),
  );
  const hasHead = node.head.some((cell) => !isEmpty(cell));
  return (
    <div className="prose__table" data-line={line}>
      <Scroller className="prose__table-scroller" name={t('table.name', { columns })}>
        <table>
          {hasHead && (
            <thead>
              <tr>
                {node.head.map((cell, at) =>
                  isEmpty(cell) ? (
                    <td key={at} />
                  ) : (
                    <th key={at} scope="col" className={alignment(node.align[at])}>
                      <InlineView nodes={cell} />
                    </th>
                  ),
                )}
              </tr>
            </thead>
          )}
          <tbody>
            {node.rows.map((row, at) => (
              <tr key={at}>
                {row.cells.map((cell, column) => (
                  <td key={column} className={alignment(node.align[column])}>
                    <InlineView nodes={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}
