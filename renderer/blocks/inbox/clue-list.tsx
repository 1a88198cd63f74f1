// "What gave it away?": the places of a message as a list to tick, of equal worth with the flags.
import { Check, ChevronDown, Flag } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { Button, CheckboxButton, CheckboxField, CheckboxGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../core/course/blocks/inbox-message';
import { placesOf, signs } from '../../../core/course/blocks/inbox-places';
import { useInboxWords } from './use-inbox-words';

interface ClueListProps {
  message: Message;
  pointed: readonly string[];
  onToggle: (place: string) => void;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  buttonRef: RefObject<HTMLButtonElement | null>;
}

export function ClueList(props: ClueListProps) {
  const { message, pointed, onToggle, isOpen, onOpen, buttonRef } = props;
  const { t } = useTranslation('item');
  const { format, place: placeWords } = useInboxWords();
  const id = useId();
  const toggled = (values: readonly string[]): void => {
    const changed = [...values, ...pointed].find(
      (each) => values.includes(each) !== pointed.includes(each),
    );
    if (changed !== undefined) onToggle(changed);
  };
  return (
    <div className="clues">
      <Button
        ref={buttonRef}
        id={id}
        className="clues__button"
        aria-expanded={isOpen}
        onPress={() => onOpen(!isOpen)}
      >
        <Flag className="clues__sign" aria-hidden="true" />
        <span>{t('inbox.clues.title')}</span>
        {pointed.length > 0 && (
          <span className="clues__count">
            {t('inbox.clues.count', {
              count: pointed.length,
              number: format.number(pointed.length),
            })}
          </span>
        )}
        <ChevronDown className="clues__arrow" aria-hidden="true" />
      </Button>
      {isOpen && (
        <>
          <p className="clues__how">{t('inbox.clues.how')}</p>
          <CheckboxGroup
            className="clues__list"
            aria-labelledby={id}
            value={[...pointed]}
            onChange={toggled}
          >
            {placesOf(message).map((place) => {
              const { name, words } = placeWords(place, message);
              const isSign = (signs as readonly string[]).includes(place);
              return (
                <CheckboxField
                  key={place}
                  value={place}
                  className="clues__place"
                  data-sign={isSign || undefined}
                >
                  <CheckboxButton className="clues__choice">
                    <span className="choice__box" aria-hidden="true">
                      <Check />
                    </span>
                    <span className="clues__words">
                      {name}
                      {words !== '' && (
                        <>
                          <span className="for-ears">: </span>
                          <bdi className="clues__there">{words}</bdi>
                        </>
                      )}
                    </span>
                  </CheckboxButton>
                </CheckboxField>
              );
            })}
          </CheckboxGroup>
        </>
      )}
    </div>
  );
}
