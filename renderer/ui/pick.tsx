// A drop-down of the course's words: options may be long, wrap, and hold code or emphasis.
import './pick.css';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface PickOption {
  /** As text, for typing ahead. */
  text: string;
  words: ReactNode;
  /** Said beside the option: where else it is used. */
  note: string | null;
}

interface PickProps {
  /** Names the field; `labelledBy` the element that does so instead. */
  label?: string;
  labelledBy?: string;
  /** The element that says that a choice is missing. */
  missingId: string | null;
  placeholder: string;
  options: readonly PickOption[];
  chosen: number | null;
  /** Words of the button instead of those of the chosen option; then it is set quietly. */
  face?: ReactNode;
  autoFocus?: boolean;
  onPick: (option: number) => void;
}

export function Pick(props: PickProps) {
  const { label, labelledBy, missingId, placeholder, options, chosen, face, onPick } = props;
  const { autoFocus = false } = props;
  return (
    <Select
      className={face === undefined ? 'pick' : 'pick pick--quiet'}
      placeholder={placeholder}
      validationBehavior="aria"
      isInvalid={missingId !== null}
      autoFocus={autoFocus}
      {...(label !== undefined && { 'aria-label': label })}
      {...(labelledBy !== undefined && { 'aria-labelledby': labelledBy })}
      value={chosen}
      onChange={(key) => {
        if (typeof key === 'number') onPick(key);
      }}
    >
      <Button className="pick__button" {...(missingId && { 'aria-describedby': missingId })}>
        <SelectValue className="pick__value">
          {({ isPlaceholder, defaultChildren }) =>
            face ?? (isPlaceholder || chosen === null ? defaultChildren : options[chosen]?.words)
          }
        </SelectValue>
        <ChevronDown className="pick__arrow" aria-hidden="true" />
      </Button>
      <Popover className="pick__popover" offset={4}>
        <ListBox className="pick__list">
          {options.map((option, at) => (
            <ListBoxItem key={at} id={at} textValue={option.text} className="pick__option">
              <Check className="pick__tick" aria-hidden="true" />
              <span className="pick__words">
                {option.words}
                {option.note !== null && <span className="pick__note">{option.note}</span>}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
