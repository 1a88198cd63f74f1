// One choice among several, or all: part of the organisation, course, period, state.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick';

interface ChooseProps<Value> {
  label: string;
  /** The words for no choice; without them there is always one. */
  all?: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  /** Null for all. */
  value: Value | null;
  onChange: (value: Value | null) => void;
}

export function Choose<Value>(props: ChooseProps<Value>) {
  const { label, all, values, nameOf, value, onChange } = props;
  const { t } = useTranslation('team');
  const id = useId();
  const offset = all === undefined ? 0 : 1;
  const names = [...(all === undefined ? [] : [all]), ...values.map(nameOf)];
  const chosen = value === null ? (all === undefined ? null : 0) : values.indexOf(value) + offset;
  return (
    <div className="filters__one">
      <span className="filters__label" id={id}>
        {label}
      </span>
      <Pick
        labelledBy={id}
        missingId={null}
        placeholder={t('choose')}
        options={names.map((text) => ({ text, words: text, note: null }))}
        chosen={chosen}
        onPick={(at) => onChange(values[at - offset] ?? null)}
      />
    </div>
  );
}
