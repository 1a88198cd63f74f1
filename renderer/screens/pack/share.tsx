// Saves a course as one file for others, signed where there is a key.
import './pack.css';
import { ChevronLeft, FileOutput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ExportView } from '../../../core/pack/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { wordsOf } from '../../text/languages';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { Elsewhere } from './elsewhere';
import { FailureWords } from './failure';
import { OnPaper } from './on-paper';
import { KeyId } from './signer';
import { SigningKey } from './signing-key';
import { useSize } from './use-size';

interface ShareScreenProps {
  course: string;
  /** Of the course in the Studio, for who comes from there. */
  folder?: string;
}

export function ShareScreen({ course, folder }: ShareScreenProps) {
  const { t } = useTranslation('pack');
  const { learner, language } = useSession();
  const read = useQuery('course.read', { learner: learner.id, language, course });
  return (
    <Shown query={read}>
      {({ title, version, language: words }) => (
        <Screen
          narrow
          title={t('share.title')}
          heading={
            <>
              <p>
                <Link
                  href={folder === undefined ? paths.course(course) : paths.studio(folder)}
                  className="page-back"
                >
                  <Icon of={ChevronLeft} directed size="small" />
                  <span {...wordsOf(words.language)}>{title}</span>
                </Link>
              </p>
              <h1 tabIndex={-1}>{t('share.title')}</h1>
              <p className="screen__facts">{t('share.version', { version })}</p>
            </>
          }
        >
          <Save course={course} />
          <SigningKey />
          <Elsewhere course={course} title={title} />
          <OnPaper course={course} title={title} />
        </Screen>
      )}
    </Shown>
  );
}

function Save({ course }: { course: string }) {
  const { t } = useTranslation('pack');
  const query = useQuery('pack.read', {});
  const { state, run } = useAction();
  const all = query.state === 'ready' ? query.value.writing : null;
  const view = all && all.at !== 'none' && all.course === course ? all : null;
  return (
    <section className="pack__part" aria-labelledby="for-deskwise">
      <h2 id="for-deskwise">{t('share.forDeskwise')}</h2>
      <p>{t('share.lead')}</p>
      {view?.at === 'writing' ? (
        <Writing view={view} />
      ) : (
        <div className="pack__buttons">
          <Button look="primary" onPress={() => void run(() => ask('pack.export', { course }))}>
            <Icon of={FileOutput} />
            {t('share.save')}
          </Button>
        </div>
      )}
      {view?.at === 'written' && <Written view={view} />}
      {view?.at === 'failed' && (
        <Notice kind="wrong" title={t('share.failed')} announced>
          <FailureWords failure={view.failure} by="export" />
        </Notice>
      )}
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </section>
  );
}

type At<State extends ExportView['at']> = Extract<ExportView, { at: State }>;

function Writing({ view: { done, of } }: { view: At<'writing'> }) {
  const { t } = useTranslation('pack');
  const format = useSize();
  return (
    <>
      <p role="status">{t('share.writing')}</p>
      <Progress
        done={done}
        of={of}
        label={t('share.writing')}
        words={t('progress', { done: format(done), of: format(of) })}
      />
      <div>
        <Button onPress={() => void ask('pack.stop', {})}>{t('cancel')}</Button>
      </div>
    </>
  );
}

function Written({ view: { file, bytes, keyId } }: { view: At<'written'> }) {
  const { t } = useTranslation('pack');
  const size = useSize();
  return (
    <Notice kind="right" title={t('share.written', { file, size: size(bytes) })} announced>
      <p>{t(keyId === null ? 'share.unsigned' : 'share.signed')}</p>
      {keyId !== null && <KeyId keyId={keyId} />}
      <p>{t('share.next')}</p>
    </Notice>
  );
}
