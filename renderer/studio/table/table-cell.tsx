// One cell to write in: each key goes into the text at once, and what is typed stays as it is typed.
import { useState } from 'react';
import { cellText } from '../../../core/studio/table/grid';

interface TableCellProps {
  /** What a screen reader calls it. */
  label: string;
  value: string;
  /** BCP 47 tag of the text. */
  language: string;
  /** Names it among the others, for whoever moves the focus. */
  place: string;
  isCurrent: boolean;
  /** Points to the words that say what is wrong. */
  refusalId: string;
  /** False where the text cannot take the words. */
  onChange: (words: string) => boolean;
  onFocus: () => void;
  onRefused: (isRefused: boolean) => void;
}

interface Draft {
  words: string;
  /** What the text said when it could not take them; null where it took them. */
  over: string | null;
}

export function TableCell(props: TableCellProps) {
  const { label, value, language, place, isCurrent, refusalId } = props;
  const { onChange, onFocus, onRefused } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  // Words that came into the cell another way go before those that were typed.
  const isShown = draft !== null && (draft.over ?? cellText(draft.words)) === value;
  const isRefused = isShown && draft.over !== null;
  const write = (typed: string): void => {
    const words = typed.replace(/[\r\n]+/g, ' ');
    const isTaken = onChange(words);
    setDraft({ words, over: isTaken ? null : value });
    onRefused(!isTaken);
  };
  return (
    <textarea
      className="block-form__input table-form__input"
      rows={1}
      dir="auto"
      lang={language}
      aria-label={label}
      aria-invalid={isRefused || undefined}
      aria-describedby={isRefused ? refusalId : undefined}
      data-cell={place}
      data-current={isCurrent || undefined}
      data-invalid={isRefused || undefined}
      value={isShown ? draft.words : value}
      onChange={(event) => write(event.target.value)}
      onFocus={onFocus}
      onBlur={() => {
        // What was refused stays to be mended.
        if (!isRefused) setDraft(null);
      }}
    />
  );
}
