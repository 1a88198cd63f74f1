// One of a few, all in sight: radio buttons as cards in a row that wraps.
import './choices.css';
import { type ReactNode, useId } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { LockedWords } from './locked';

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** The organisation decides: it can be reached and read, and not changed. */
  isLocked?: boolean;
  choices: readonly { value: Value; words: ReactNode; lang?: string }[];
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, value, onChange, choices, isLocked = false } = props;
  const id = useId();
  return (
    <RadioGroup
      // Not disabled for React Aria: nobody could reach it by the keyboard then, and hear why.
      ref={(group) => {
        if (isLocked) group?.setAttribute('aria-disabled', 'true');
        else group?.removeAttribute('aria-disabled');
      }}
      className="choices"
      isReadOnly={isLocked}
      {...(isLocked && { 'aria-describedby': id })}
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
      {isLocked && <LockedWords id={id} />}
    </RadioGroup>
  );
}
