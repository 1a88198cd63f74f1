// All is told: message by message what it was, what was done, and what gave it away.
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxAnswer, InboxDue } from '../../../core/course/blocks/inbox';
import type { Message } from '../../../core/course/blocks/inbox-message';
import type { Prose } from '../../../core/course/prose';
import { ItemHeadingLevel } from '../../prose/prose-context';
import { headingLevel } from '../../prose/prose-view';
import { Words } from '../../prose/words';
import type { SettledProps } from '../block';
import { keyFeedback } from '../item-view';
import { Mark } from '../mark';
import { PracticeFrame } from '../practice-frame';
import { nameOf, placeStates } from './inbox-view';
import { MessageView } from './message-view';
import { PointingContext, StateSign } from './pointing';
import { useInboxWords } from './use-inbox-words';

/** So few are all read; of more, those handled rightly are folded. */
const fewMessages = 4;

export function Debrief({ view, given, keyOf }: SettledProps<'inbox'>) {
  const { t } = useTranslation('item');
  const { messages } = view.shown;
  return (
    <PracticeFrame title={t('inbox.debrief')}>
      <ol className="debrief">
        {messages.map((message, at) => {
          const told = keyOf.due.messages[at];
          if (!told) return null;
          return (
            <Told
              key={message.id}
              message={message}
              told={told}
              given={given?.[at] ?? null}
              feedback={keyFeedback(keyOf, at)}
              isFew={messages.length <= fewMessages}
            />
          );
        })}
      </ol>
    </PracticeFrame>
  );
}

interface ToldProps {
  message: Message;
  told: InboxDue['messages'][number];
  given: InboxAnswer[number] | null;
  feedback: readonly Prose[];
  isFew: boolean;
}

function Told({ message, told, given, feedback, isFew }: ToldProps) {
  const { t } = useTranslation('item');
  const { done, doing, natures, place: placeWords } = useInboxWords();
  const level = useContext(ItemHeadingLevel);
  const heading = (deeper: number) =>
    `h${headingLevel(level + deeper)}` as 'h3' | 'h4' | 'h5' | 'h6';
  const Heading = heading(1);
  const verdict = given?.verdict ?? null;
  const isHandled = verdict !== null && told.accepted.includes(verdict);
  const [best = 'safe'] = told.accepted;
  const states = useMemo(
    () =>
      placeStates(
        told.clues.map(({ place }) => place),
        given?.clues ?? null,
      ),
    [told, given],
  );
  const isWhole = isHandled && [...states.values()].every((state) => state === 'found');
  const pointing = useMemo(
    () => ({ isActive: false, pointed: [], toggle: () => undefined, states }),
    [states],
  );
  const falseAlarms = [...states].flatMap(([place, state]) => (state === 'false' ? [place] : []));
  return (
    <li className="debrief__one">
      <details open={isFew || !isWhole}>
        <summary className="debrief__summary">
          <Heading className="debrief__subject">
            <bdi>{message.subject}</bdi>
            <span className="debrief__from">
              <span className="for-ears">: </span>
              <bdi>{nameOf(message.from)}</bdi>
            </span>
          </Heading>
          <span className="debrief__nature">{natures[told.nature]}</span>
          {verdict !== null && (
            <Mark right={isHandled}>{t('inbox.yours', { verdict: done[verdict] })}</Mark>
          )}
          {!isHandled && <Mark right>{t('inbox.best', { verdict: doing[best] })}</Mark>}
        </summary>
        <div className="debrief__words">
          <Words nodes={feedback} />
          {states.size > 0 && (
            <ul className="debrief__clues">
              {told.clues.map(({ place, words }) => (
                <li key={place} className="debrief__clue" data-state={states.get(place)}>
                  <p className="debrief__place">
                    <PlaceName {...placeWords(place, message)} />
                    {given && <StateSign state={states.get(place) ?? 'missed'} words />}
                  </p>
                  <Words nodes={words} />
                </li>
              ))}
              {falseAlarms.map((place) => (
                <li key={place} className="debrief__clue" data-state="false">
                  <p className="debrief__place">
                    <PlaceName {...placeWords(place, message)} />
                    <StateSign state="false" words />
                  </p>
                </li>
              ))}
            </ul>
          )}
          <details className="debrief__message">
            <summary>{t('inbox.seeMessage')}</summary>
            <PointingContext value={pointing}>
              <MessageView message={message} heading={heading(2)} isOpen />
            </PointingContext>
          </details>
        </div>
      </details>
    </li>
  );
}

function PlaceName({ name, words }: { name: string; words: string }) {
  const { t } = useTranslation('item');
  return (
    <span className="debrief__place-name">
      {words === '' ? name : t('inbox.placeIs', { name, words })}
    </span>
  );
}
