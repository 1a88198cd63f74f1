// One choice among several, or any: what lists and figures are narrowed down by.
import './filter.css';
import { useId } from 'react';
import { Pick } from './pick';

interface FilterProps<Value> {
  label: string;
  /** The words for no choice: an option of their own, or only shown until one is made (`isNeeded`). */
  none: string;
  isNeeded?: boolean;
  autoFocus?: boolean;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  /** Null for none. */
  value: Value | null;
  onChange: (value: Value | null) => void;
}

export function Filter<Value>(props: FilterProps<Value>) {
  const { label, none, isNeeded = false, autoFocus = false } = props;
  const { values, nameOf, value, onChange } = props;
  const id = useId();
  const options = isNeeded ? [...values] : [null, ...values];
  const chosen = options.indexOf(value);
  return (
    <div className="filters__one">
      <span className="filters__label" id={id}>
        {label}
      </span>
      <Pick
        labelledBy={id}
        missingId={null}
        autoFocus={autoFocus}
        placeholder={none}
        options={options.map((each) => {
          const text = each === null ? none : nameOf(each);
          return { text, words: text, note: null };
        })}
        chosen={chosen < 0 ? null : chosen}
        onPick={(at) => onChange(options[at] ?? null)}
      />
    </div>
  );
}
