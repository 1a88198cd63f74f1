// The name of a sheet, and a cell by its name with what stands in it.
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SheetShown } from '../../../core/course/blocks/sheet';
import { type Cell, cellName } from '../../../core/course/blocks/sheet-cells';
import { inlineText } from '../../../core/course/plain-text';
import { WordsInLine } from '../../prose/words';
import { Icon } from '../../ui/icon';

export function SheetName({ shown, at }: { shown: SheetShown; at: number }) {
  const { name = '', hidden = false } = shown.sheets[at] ?? {};
  const { t } = useTranslation('item');
  return (
    <>
      <WordsInLine nodes={[{ type: 'text', text: name }]} />
      {hidden && <span className="for-ears"> {t('sheet.hidden')}</span>}
      {hidden && <Icon of={EyeOff} size="small" />}
    </>
  );
}

/** `B3` and what stands in it. */
export function CellWords({ shown, cell }: { shown: SheetShown; cell: Cell }) {
  const { t } = useTranslation('item');
  const [sheet, row, column] = cell;
  const words = shown.sheets[sheet]?.rows[row]?.cells[column] ?? [];
  return (
    <span className="sheet__cell-words">
      <bdi className="sheet__cell-name">{cellName(shown.sheets, cell)}</bdi>
      {inlineText(words).trim() === '' ? (
        <span className="sheet__none">{t('sheet.empty')}</span>
      ) : (
        <WordsInLine nodes={words} />
      )}
    </span>
  );
}
