// "This is me too": other profiles here and on other computers that are the same person, said and taken back.
import { Split, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoesTo, PersonRow, PersonsView } from '../../../core/sync/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Waiting } from '../../ui/waiting';

export function Persons({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const query = useQuery('persons.read', { learner: learner.id });
  if (query.state === 'ready' && query.value.others.length === 0) return null;
  return (
    <section className="page-part" aria-labelledby="persons">
      <h2 id="persons">{t('persons.title')}</h2>
      <p>{t('persons.lead')}</p>
      {query.state === 'loading' && <Waiting />}
      {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
      {query.state === 'ready' && (
        <ul className="persons">
          {query.value.others.map((other) => (
            <Person key={other.learner} view={query.value} other={other} isOn={isOn} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface PersonProps {
  view: PersonsView;
  other: PersonRow;
  isOn: boolean;
}

function Person({ view, other, isOn }: PersonProps) {
  const { t } = useTranslation('sync');
  const { learner } = useSession();
  const words = usePersonWords();
  const [isAsking, setAsking] = useState(false);
  // Whoever answered is where they were before.
  const [wasAsking, setWasAsking] = useState(false);
  const { state, run } = useAction();
  const verb = other.isMe ? 'split' : 'join';
  const name = other.name ?? t('persons.elsewhere');
  const close = () => {
    setAsking(false);
    setWasAsking(true);
  };
  const say = () =>
    void run(async () => {
      await ask(`persons.${verb}`, { learner: learner.id, other: other.learner });
      close();
    });
  return (
    <li className="person">
      <p className="person__name" dir="auto">
        {name}
      </p>
      <p className="sync__hint">{words(other)}</p>
      {other.isMe && <p>{t('persons.isMe')}</p>}
      {!isAsking && (
        <div>
          <Button autoFocus={wasAsking} onPress={() => setAsking(true)}>
            <Icon of={other.isMe ? Split : UserRoundPlus} />
            {t(`persons.${verb}.do`)}
          </Button>
        </div>
      )}
      {isAsking && (
        <div className="person__sure" role="alertdialog" aria-label={t(`persons.${verb}.do`)}>
          <dl className="sync__facts">
            <div>
              <dt dir="auto">{learner.name}</dt>
              <dd>{words(view.own)}</dd>
            </div>
            <div>
              <dt dir="auto">{name}</dt>
              <dd>{words(other)}</dd>
            </div>
          </dl>
          <p>{t(`persons.${verb}.means`)}</p>
          {!other.isMe && (
            <>
              {isOn && <p>{t('persons.join.sent')}</p>}
              <GoesThere words={t('persons.join.theirs')} places={view.own.goesTo} />
              <GoesThere words={t('persons.join.mine')} places={other.goesTo} />
            </>
          )}
          <div className="page-buttons">
            <Button autoFocus onPress={close}>
              {t('persons.leave')}
            </Button>
            <Button look="primary" isPending={state.at === 'working'} onPress={say}>
              {t(`persons.${verb}.sure`)}
            </Button>
          </div>
        </div>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </li>
  );
}

/** Where later work goes, and how much of it: joined, both send to the places of both. */
function GoesThere({ words, places }: { words: string; places: readonly GoesTo[] }) {
  const { t } = useTranslation('sync');
  if (places.length === 0) return null;
  return (
    <div>
      <p>{words}</p>
      <ul className="sync__reasons">
        {places.map(({ place, level }) => (
          <li key={`${place} ${level}`}>
            <code dir="ltr" className="sync__place">
              {place}
            </code>{' '}
            ({t(`level.${level}.name`)})
          </li>
        ))}
      </ul>
    </div>
  );
}

function usePersonWords(): (person: PersonRow) => string {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return ({ entries, last }) => {
    const shown = { count: entries, shown: format.number(entries) };
    return last === null
      ? t('persons.nothing')
      : t('persons.entries', { ...shown, when: format.date(last) });
  };
}
