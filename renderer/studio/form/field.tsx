// A field of a block or of an entry, by what it holds.
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '../../../core/studio/block-form/form';
import { DraftField } from './draft-field';
import { OneOf } from './one-of';
import { type FieldControl, wordsOf } from './parts';
import { Tick } from './tick';

interface FieldProps {
  name: string;
  /** Stands above the field already: the text of an answer is the answer. */
  namedBy?: string;
  control: FieldControl;
  value: FieldValue;
  language: string;
  isAtOnce?: boolean;
  /** False where the text cannot take the value. */
  onChange: (value: FieldValue) => boolean;
  /** A choice was in vain; words say so at their field. */
  onRefused: () => void;
}

export function Field(props: FieldProps) {
  const { name, namedBy, control, value, language, isAtOnce = false, onChange, onRefused } = props;
  const { t } = useTranslation('studio-form');
  const words = namedBy ?? t(`field.${name}`);
  const choose = (chosen: FieldValue): void => {
    if (!onChange(chosen)) onRefused();
  };
  switch (control.is) {
    case 'box':
      return <Tick label={words} isOn={value === true} onChange={choose} />;
    case 'oneOf':
      return (
        <OneOf
          label={words}
          value={value === null ? null : wordsOf(value)}
          options={control.values.map((each) => ({ value: each, words: t(`value.${each}`) }))}
          none={control.needed ? null : t('goesOn')}
          onChoose={choose}
        />
      );
    default:
      return (
        <DraftField
          label={words}
          isNamed={namedBy !== undefined}
          value={wordsOf(value)}
          isLong={control.is === 'words'}
          language={name === 'src' || name === 'id' ? null : language}
          isAtOnce={isAtOnce}
          refusal={name === 'id' ? t('refused.id') : t('refused.words')}
          onCommit={onChange}
        />
      );
  }
}
