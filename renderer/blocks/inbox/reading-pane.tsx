// The message being read, with what may be done about it.
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type RefObject, useId, useMemo } from 'react';
import { Button as PlainButton, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MessageAnswer } from '../../../core/course/blocks/inbox';
import type { Message } from '../../../core/course/blocks/inbox-message';
import { type MailAction, mailActions } from '../../../core/course/blocks/inbox-verdicts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Feedback } from '../feedback';
import { Mark } from '../mark';
import { ClueList } from './clue-list';
import type { Judged } from './inbox-view';
import { actionIcons } from './mail-list';
import { MessageView } from './message-view';
import { PointingContext } from './pointing';
import { useInboxWords } from './use-inbox-words';

interface ReadingPaneProps {
  message: Message;
  heading: 'h3' | 'h4' | 'h5' | 'h6';
  given: MessageAnswer;
  last: Judged | null;
  isPointing: boolean;
  onPointing: (isPointing: boolean) => void;
  onDecide: (action: MailAction | null) => void;
  onPoint: (place: string) => void;
  /** Goes on to the next message; null while this one is open. */
  onNext: (() => void) | null;
  hasNext: boolean;
  onBack: () => void;
  cluesRef: RefObject<HTMLButtonElement | null>;
}

export function ReadingPane(props: ReadingPaneProps) {
  const { message, heading, given, last, isPointing, onPoint, onNext, hasNext } = props;
  const { t } = useTranslation('item');
  const { doing } = useInboxWords();
  const id = useId();
  const pointing = useMemo(
    () => ({ isActive: isPointing, pointed: given.clues, toggle: onPoint, states: null }),
    [isPointing, given.clues, onPoint],
  );
  return (
    <>
      <PlainButton className="inbox__back" onPress={props.onBack}>
        <Icon of={ArrowLeft} directed />
        {t('inbox.back')}
      </PlainButton>
      <PointingContext value={pointing}>
        <MessageView key={message.id} message={message} heading={heading} />
      </PointingContext>
      {last && <LastTry last={last} hasPointed={given.clues.length > 0} />}
      <div className="inbox__deciding">
        <p className="inbox__what" id={id}>
          {t('inbox.what')}
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by the words above it */}
        <div className="inbox__actions" role="group" aria-labelledby={id}>
          {mailActions.map((action) => {
            const ActionIcon = actionIcons[action];
            return (
              <ToggleButton
                key={action}
                className="inbox__action"
                data-action={action}
                isSelected={given.verdict === action}
                onChange={(isChosen) => props.onDecide(isChosen ? action : null)}
              >
                <ActionIcon aria-hidden="true" />
                {doing[action]}
              </ToggleButton>
            );
          })}
        </div>
        <ClueList
          message={message}
          pointed={given.clues}
          onToggle={onPoint}
          isOpen={isPointing}
          onOpen={props.onPointing}
          buttonRef={props.cluesRef}
        />
        {onNext && (
          <div>
            <Button onPress={onNext}>
              {hasNext ? t('inbox.next') : t('inbox.finish')}
              <Icon of={ArrowRight} directed />
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** What the last try said about this message, while its answer is the same. */
function LastTry({ last, hasPointed }: { last: Judged; hasPointed: boolean }) {
  const { t } = useTranslation('item');
  if (!last.isSame) return null;
  const { isHandled, isPointed, feedback } = last;
  return (
    <div className="inbox__last">
      <Feedback
        tone={isHandled && isPointed ? 'right' : 'wrong'}
        marks={
          <>
            <Mark right={isHandled}>
              {isHandled ? t('inbox.last.handled') : t('inbox.last.notHandled')}
            </Mark>
            {!isPointed && (
              <Mark right={false}>
                {hasPointed ? t('inbox.last.notPointed') : t('inbox.last.notFound')}
              </Mark>
            )}
          </>
        }
        words={feedback}
      />
    </div>
  );
}
