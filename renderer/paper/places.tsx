// Questions answered by circling: places in a picture, cells of a spreadsheet.
import { useTranslation } from 'react-i18next';
import { cellName, columnName, hasCell, rowNumber } from '../../core/course/blocks/sheet-cells';
import { Picture } from '../prose/picture';
import { Words, WordsInLine } from '../prose/words';
import { Box, How, keyOf, type PaperProps, Said, saidOf } from './parts';

export function HotspotPaper({ view }: PaperProps<'hotspot'>) {
  const { t } = useTranslation('paper');
  const key = keyOf(view);
  const { image, areas } = view.shown;
  return (
    <>
      <How>{t('how.places')}</How>
      <div className="paper__picture">
        <Picture source={image.source} alt={image.alt} />
      </div>
      <ul className="paper__options">
        {areas.map((area, at) => (
          <li key={at}>
            <Box isRight={key?.due.areas[at]?.right ?? false} />
            <div>
              <Words nodes={area} />
              <Said nodes={saidOf(view, at)} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

export function CellsPaper({ view }: PaperProps<'sheet'>) {
  const { t } = useTranslation('paper');
  const key = keyOf(view);
  const { title, sheets } = view.shown;
  const right = key?.answer ?? [];
  const hasHidden = sheets.some(({ hidden, rows }) => hidden || rows.some((row) => row.hidden));
  return (
    <>
      <How>{t('how.cells')}</How>
      {hasHidden && <p className="paper__note">{t('onScreen.hidden')}</p>}
      {title !== null && (
        <p className="paper__file">
          <WordsInLine nodes={[{ type: 'text', text: title }]} />
        </p>
      )}
      {sheets.map((sheet, at) => (
        <table key={at} className="paper__table paper__table--cells">
          {sheet.name !== '' && (
            <caption>
              <WordsInLine nodes={[{ type: 'text', text: sheet.name }]} />
              {sheet.hidden && ` ${t('hidden')}`}
            </caption>
          )}
          <thead>
            <tr>
              <td />
              {sheet.head.map((_, column) => (
                <th key={column} scope="col" className="paper__name">
                  {columnName(column)}
                </th>
              ))}
            </tr>
            <tr>
              <th scope="row" className="paper__name">
                {1}
              </th>
              {sheet.head.map((cell, column) => (
                <th key={column}>
                  <WordsInLine nodes={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map(({ cells, hidden }, row) => (
              <tr key={row}>
                <th scope="row" className="paper__name">
                  {rowNumber(row)}
                  {hidden && ` ${t('hidden')}`}
                </th>
                {cells.map((cell, column) => (
                  <td key={column}>
                    {hasCell(right, [at, row, column]) ? (
                      <mark className="paper__right">
                        <WordsInLine nodes={cell} />
                      </mark>
                    ) : (
                      <WordsInLine nodes={cell} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {right.length > 0 && (
        <p>
          <strong dir="ltr">{right.map((cell) => cellName(sheets, cell)).join(' · ')}</strong>
        </p>
      )}
      {(key?.parts ?? []).map(({ feedback }, at) => (
        <Said key={at} nodes={feedback} />
      ))}
    </>
  );
}
