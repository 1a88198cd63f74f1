// A course as its learners will meet it, in a profile of its own that is gone afterwards.
import './try.css';
import { CirclePlay } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Failure } from '../../../core/errors';
import type { Theme } from '../../../core/looks';
import type { LearnerView } from '../../../core/views';
import { failureOf } from '../../client/ask-error';
import { ask } from '../../client/client';
import { Session, useSession } from '../../frame/session';
import { showLook } from '../../style/look';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Waiting } from '../../ui/waiting';
import { Spoken } from './spoken';

/** How the page is looked at. */
type Look = 'mine' | 'dark' | 'phone' | 'mirror' | 'spoken';

interface TryProps {
  /** Where to go back to. */
  back: string;
  children: ReactNode;
}

export function Try({ back, children }: TryProps) {
  const { t } = useTranslation('studio');
  const session = useSession();
  const real = session.learner;
  const [learner, setLearner] = useState<LearnerView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [look, setLook] = useState<Look>('mine');
  const page = useRef<HTMLDivElement>(null);
  const begin = useCallback((): void => {
    setFailure(null);
    ask('trial.begin', { learner: real.id }).then(setLearner, (thrown: unknown) =>
      setFailure(failureOf(thrown)),
    );
  }, [real.id]);
  useEffect(() => {
    begin();
    return () => {
      void ask('trial.end', {}).catch(() => {});
    };
  }, [begin]);
  const { settings } = real;
  const theme: Theme = look === 'dark' ? 'dark' : settings.theme;
  useEffect(() => {
    const { textSize, motion } = settings;
    showLook({ theme, textSize, motion });
    return () => showLook({ theme: settings.theme, textSize, motion });
  }, [theme, settings]);
  return (
    <div className="try" data-look={look} dir={look === 'mirror' ? 'rtl' : undefined}>
      <section className="try__bar" aria-label={t('try.title')}>
        <p className="try__words">
          <Icon of={CirclePlay} size="small" />
          {t('try.words')}
        </p>
        <Choices
          label={t('try.look')}
          value={look}
          onChange={setLook}
          choices={(['mine', 'dark', 'phone', 'mirror', 'spoken'] as const).map((value) => ({
            value,
            words: t(`try.as.${value}`),
          }))}
        />
        <div className="try__buttons">
          <Button onPress={begin}>{t('try.anew')}</Button>
          <Link href={`~${back}`} className="button button--primary">
            {t('try.end')}
          </Link>
        </div>
      </section>
      {failure ? (
        <Failed failure={failure} retry={begin} />
      ) : learner === null ? (
        <Waiting />
      ) : (
        <Session value={{ ...session, learner, theme }} key={learner.id}>
          <div className="try__both">
            <div className="try__page" ref={page}>
              {children}
            </div>
            {look === 'spoken' && <Spoken page={page} />}
          </div>
        </Session>
      )}
    </div>
  );
}
