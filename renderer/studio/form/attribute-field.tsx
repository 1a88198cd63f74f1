// One attribute of the opening line, by what its value may be.
import { Input, Label, NumberField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AttributeType } from '../../../core/studio/block-form/attribute-types';
import type { FormAttribute } from '../../../core/studio/block-form/form';
import { DraftField } from './draft-field';
import { OneOf } from './one-of';
import { Tick } from './tick';

interface AttributeFieldProps {
  attribute: FormAttribute;
  /** False where the text cannot take the value. */
  onChange: (value: string | null) => boolean;
}

export function AttributeField({ attribute, onChange }: AttributeFieldProps) {
  const { t } = useTranslation('studio-form');
  const { name, type, value } = attribute;
  const label = t(`attribute.${name}`);
  const choose = (next: string | null): void => {
    onChange(next);
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
    return (
      <OneOf label={label} value={value} options={options} none={t('usual')} onChoose={choose} />
    );
  }
  if (type.is === 'number' && (value === null || plainNumber.test(value))) {
    return <NumberIn label={label} type={type} value={value} onChange={choose} />;
  }
  return (
    <DraftField
      label={label}
      value={value ?? ''}
      language={null}
      refusal={t('refused.attribute')}
      onCommit={(words) => onChange(words.trim() === '' ? null : words.trim())}
    />
  );

  /** Codes of competences are the same in all languages. */
  function wordsOfValue(of: string, each: string): string {
    return of === 'competence' ? each : t(`value.${each}`);
  }
}

/** What a field for numbers can show; anything else is shown as it is written. */
const plainNumber = /^-?\d{1,15}(?:\.\d{1,10})?$/;

interface NumberInProps {
  label: string;
  type: Extract<AttributeType, { is: 'number' }>;
  value: string | null;
  onChange: (value: string | null) => void;
}

function NumberIn({ label, type, value, onChange }: NumberInProps) {
  return (
    <NumberField
      className="block-form__field"
      value={value === null ? Number.NaN : Number(value)}
      onChange={(next) => {
        const written = Number.isNaN(next) ? null : String(next);
        // 2.50 stays 2.50 while it means the same.
        if (written === null ? value !== null : Number(value ?? Number.NaN) !== next) {
          onChange(written);
        }
      }}
      formatOptions={{ useGrouping: false, maximumFractionDigits: type.whole ? 0 : 10 }}
      {...(type.least !== undefined && { minValue: type.least })}
      {...(type.most !== undefined && { maxValue: type.most })}
    >
      <Label className="block-form__label">{label}</Label>
      <Input className="block-form__input" />
    </NumberField>
  );
}
