// One attribute of the opening line, by what its value may be.
import { useTranslation } from 'react-i18next';
import type { FormAttribute } from '../../../core/studio/block-form/form';
import { useCompetenceName } from '../../text/use-competence-name';
import { useFormat } from '../../text/use-format';
import { DraftField } from './draft-field';
import { numberIn } from './number-words';
import { OneOf } from './one-of';
import { Tick } from './tick';

interface AttributeFieldProps {
  attribute: FormAttribute;
  /** False where the text cannot take the value. */
  onChange: (value: string | null) => boolean;
  /** A choice was in vain; words say so at their field. */
  onRefused: () => void;
}

export function AttributeField({ attribute, onChange, onRefused }: AttributeFieldProps) {
  const { t } = useTranslation('studio-form');
  const format = useFormat();
  const competence = useCompetenceName();
  const { name, type, value } = attribute;
  const label = t(`attribute.${name}`);
  const choose = (next: string | null): void => {
    if (!onChange(next)) onRefused();
  };
  if (type.is === 'flag') {
    return <Tick label={label} isOn={value !== null} onChange={(is) => choose(is ? '' : null)} />;
  }
  if (type.is === 'yesNo' || type.is === 'oneOf') {
    const options =
      type.is === 'yesNo'
        ? [
            { value: 'yes', words: t('yes') },
            { value: 'no', words: t('no') },
          ]
        : type.values.map((each) => ({ value: each, words: wordsOfValue(name, each) }));
    // The name alone says yes.
    const chosen = type.is === 'yesNo' && value === '' ? 'yes' : value;
    return (
      <OneOf label={label} value={chosen} options={options} none={t('usual')} onChoose={choose} />
    );
  }
  const change = (words: string): boolean => {
    if (words.trim() === '') return onChange(null);
    const written = type.is === 'number' ? numberIn(words, type) : words.trim();
    return written !== null && onChange(written);
  };
  return (
    <DraftField
      label={label}
      value={value ?? ''}
      language={null}
      refusal={refusal()}
      onCommit={change}
    />
  );

  function refusal(): string {
    if (type.is !== 'number') return t('refused.attribute');
    if (type.least === undefined) return t('refused.number');
    const least = format.number(type.least);
    return type.most === undefined
      ? t('refused.least', { least })
      : t('refused.between', { least, most: format.number(type.most) });
  }

  /** Competences keep their codes beside their names: the text says the code. */
  function wordsOfValue(of: string, each: string): string {
    return of === 'competence' ? `${each} ${competence(each)}` : t(`value.${each}`);
  }
}
