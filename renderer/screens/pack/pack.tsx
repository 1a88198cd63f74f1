// A course from a file: what is in it, who signed it, what will change; then yes or no.
import './pack.css';
import { ArrowRight, FileInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ImportView, PackView } from '../../../core/pack/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useLocks } from '../../client/use-locks';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { LockedButton } from '../../ui/locked';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { ChangesList } from './changes';
import { FailureWords } from './failure';
import { Signer } from './signer';
import { useSize } from './use-size';

type At<State extends ImportView['at']> = Extract<ImportView, { at: State }>;

export function PackScreen() {
  const query = useQuery('pack.read', {});
  return (
    <Shown query={query}>
      {({ reading: view }) => {
        // Each state is a page of its own: its heading takes the focus and is read out.
        if (view.at === 'reading') return <Reading key={view.job} view={view} />;
        if (view.at === 'refused') return <Refused key={`${view.job} no`} view={view} />;
        if (view.at === 'ready') return <Ready key={`${view.job} yes`} view={view} />;
        if (view.at === 'installed') return <Installed key={`${view.job} in`} view={view} />;
        return <Nothing key="none" />;
      }}
    </Shown>
  );
}

/** Lets go of the file: nothing was changed. */
function Cancel() {
  const { t } = useTranslation('pack');
  const [, go] = useLocation();
  const { state, run } = useAction();
  const cancel = () =>
    run(async () => {
      await ask('pack.dismiss', {});
      go(paths.library());
    });
  return (
    <>
      <Button onPress={() => void cancel()}>{t('cancel')}</Button>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </>
  );
}

/** Asks for another file, in whatever state the screen is. */
function Choose({ look = 'secondary' }: { look?: 'primary' | 'secondary' }) {
  const { t } = useTranslation('pack');
  const { state, run } = useAction();
  if (useLocks().imports) {
    return (
      <LockedButton>
        <Icon of={FileInput} />
        {t('choose')}
      </LockedButton>
    );
  }
  return (
    <>
      <Button look={look} onPress={() => void run(() => ask('pack.inspect', {}))}>
        <Icon of={FileInput} />
        {t('choose')}
      </Button>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation('pack');
  return (
    <Screen narrow title={t('title')} heading={<h1 tabIndex={-1}>{t('title')}</h1>}>
      <Notice title={t('none.what')}>
        <p>{t('none.do')}</p>
      </Notice>
      <div className="pack__buttons">
        <Choose look="primary" />
        <LinkButton look="quiet" href={paths.library()}>
          {t('toLibrary')}
        </LinkButton>
      </div>
    </Screen>
  );
}

function Reading({ view: { file, done, of } }: { view: At<'reading'> }) {
  const { t } = useTranslation('pack');
  const size = useSize();
  const words = t('progress', { done: size(done), of: size(of) });
  return (
    <Screen
      narrow
      title={t('title')}
      heading={
        <>
          <h1 tabIndex={-1}>{t('reading', { file })}</h1>
          <p className="screen__lead">{t('readingIs')}</p>
        </>
      }
    >
      <div className="pack__progress">
        <Progress done={done} of={of} label={t('readingLabel')} words={words} />
        {of > 0 && <p>{words}</p>}
      </div>
      <div className="pack__buttons">
        <Cancel />
      </div>
    </Screen>
  );
}

function Refused({ view: { file, failure } }: { view: At<'refused'> }) {
  const { t } = useTranslation('pack');
  return (
    <Screen narrow title={t('refused')} heading={<h1 tabIndex={-1}>{t('refused')}</h1>}>
      <Notice kind="wrong" title={<bdi>{file}</bdi>}>
        <FailureWords failure={failure} by="import" />
      </Notice>
      <p>{t('unchanged')}</p>
      <div className="pack__buttons">
        <Choose />
        <LinkButton look="quiet" href={paths.library()}>
          {t('toLibrary')}
        </LinkButton>
      </div>
    </Screen>
  );
}

function Ready({ view: { job, file, pack } }: { view: At<'ready'> }) {
  const { t } = useTranslation('pack');
  const { state, run } = useAction();
  const isSame = pack.installed?.is === 'same';
  return (
    <Screen
      narrow
      title={pack.title}
      heading={
        <>
          <p className="pack__from">{t('from', { file })}</p>
          <h1 tabIndex={-1} {...wordsOf(pack.language)}>
            {pack.title}
          </h1>
          <p className="screen__lead" {...wordsOf(pack.language)}>
            {pack.summary}
          </p>
        </>
      }
    >
      <Contents pack={pack} />
      <Signer job={job} pack={pack} />
      <ChangesList pack={pack} />
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <div className="pack__buttons pack__buttons--last">
        {isSame ? (
          <LinkButton look="primary" href={paths.course(pack.id)}>
            {t('open')}
            <Icon of={ArrowRight} directed />
          </LinkButton>
        ) : (
          <Button
            look="primary"
            isPending={state.at === 'working'}
            onPress={() => void run(() => ask('pack.install', { job }))}
          >
            {t(pack.installed ? 'update' : 'install')}
          </Button>
        )}
        <Cancel />
      </div>
    </Screen>
  );
}

function Contents({ pack }: { pack: PackView }) {
  const { t } = useTranslation('pack');
  const format = useFormat();
  const size = useSize();
  const rows: [string, string][] = [
    [t('version'), pack.version],
    [t('lessons'), format.number(pack.lessons)],
    [t('time'), format.minutes(pack.minutes)],
    [t('languages'), format.list(pack.languages.map(format.language))],
    ...(pack.authors.length > 0
      ? [[t('authors'), format.list(pack.authors)] as [string, string]]
      : []),
    ...(pack.license === null ? [] : [[t('license'), pack.license] as [string, string]]),
    [t('files'), t('filesAre', { files: format.number(pack.files), size: size(pack.bytes) })],
  ];
  return (
    <section className="pack__part" aria-labelledby="pack-contents">
      <h2 id="pack-contents">{t('contents')}</h2>
      <dl className="pack__facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Installed({ view }: { view: At<'installed'> }) {
  const { t } = useTranslation('pack');
  const { title, version } = view;
  return (
    <Screen
      narrow
      title={title}
      heading={
        <h1 tabIndex={-1}>
          {view.updated ? t('updated', { title, version }) : t('installed', { title })}
        </h1>
      }
    >
      <Notice kind="right">
        <p>{t(view.updated ? 'updatedMeans' : 'installedMeans')}</p>
      </Notice>
      {view.keptAt !== null && (
        <Notice title={t('keptAt')}>
          <code dir="ltr" className="pack__path">
            {view.keptAt}
          </code>
        </Notice>
      )}
      <div className="pack__buttons">
        <LinkButton look="primary" href={paths.course(view.course)}>
          {t('open')}
          <Icon of={ArrowRight} directed />
        </LinkButton>
        <Choose />
      </div>
    </Screen>
  );
}
