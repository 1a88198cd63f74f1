// One of a few, all in sight: radio buttons as cards in a row that wraps.
import './choices.css';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; words: ReactNode; lang?: string }[];
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, value, onChange, choices } = props;
  return (
    <RadioGroup
      className="choices"
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation="horizontal"
    >
      <Label className="choices__label">{label}</Label>
      <div className="choices__row">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choices__one">
            <span className="choices__mark" />
            <span className="choices__words" lang={choice.lang}>
              {choice.words}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
