// One of a few words that the format knows; where none need be written, the first choice says so.
import { useId } from 'react';
import { Pick } from '../../ui/pick';

interface OneOfProps {
  label: string;
  value: string | null;
  options: readonly { value: string; words: string }[];
  /** What it is called when nothing is written; null when something must be. */
  none: string | null;
  onChoose: (value: string | null) => void;
}

export function OneOf({ label, value, options, none, onChoose }: OneOfProps) {
  const id = useId();
  const isKnown = value === null || options.some((option) => option.value === value);
  const choices: { value: string | null; words: string }[] = [
    ...(none === null ? [] : [{ value: null, words: none }]),
    ...options,
    // What nobody knows stays until something else is chosen.
    ...(isKnown ? [] : [{ value, words: value }]),
  ];
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <div className="block-form__field">
      <span id={id} className="block-form__label">
        {label}
      </span>
      <Pick
        labelledBy={id}
        missingId={null}
        placeholder={none ?? label}
        options={choices.map(({ words }) => ({ text: words, words, note: null }))}
        chosen={chosen < 0 ? null : chosen}
        onPick={(at) => onChoose(choices[at]?.value ?? null)}
      />
    </div>
  );
}
