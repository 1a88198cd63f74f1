// Where the figures come from: files people hand in, a shared folder, a learning record store, and the list of people.
import '../../ui/page.css';
import '../settings/settings.css';
import './team.css';
import { ChevronLeft, FileJson, FolderOpen, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SourcesView, SourceView } from '../../../core/team/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Damaged } from './damaged';
import { ForgetAll } from './forget-all';
import { Job } from './job';
import { People } from './people-list';
import { SourceFailed } from './source-failed';
import { AddStore } from './store-form';

export function TeamSources() {
  const { t } = useTranslation('team');
  const query = useQuery('team.sources', {});
  return (
    <Shown query={query}>
      {(view) => (
        <Screen
          title={t('sources.title')}
          heading={
            <>
              <p>
                <Link href={paths.team()} className="page-back">
                  <Icon of={ChevronLeft} directed size="small" />
                  {t('title')}
                </Link>
              </p>
              <h1 tabIndex={-1}>{t('sources.title')}</h1>
              <p className="screen__lead">{t('sources.lead')}</p>
            </>
          }
        >
          {view.damaged ? (
            <Damaged damaged={view.damaged} to={[whereHeading]} />
          ) : (
            <>
              <Job job={view.job} />
              <People roster={view.roster} isBusy={isBusy(view)} />
              <Sources view={view} />
            </>
          )}
          <ForgetAll />
        </Screen>
      )}
    </Shown>
  );
}

const whereHeading = 'team-sources';

const isBusy = ({ job }: SourcesView): boolean => job.state === 'running';

function Sources({ view }: { view: SourcesView }) {
  const { t } = useTranslation('team');
  const { state, run } = useAction();
  const choose = (what: 'files' | 'folder') => void run(() => ask('team.choose', { what }));
  return (
    <section className="page-part" aria-labelledby={whereHeading}>
      <h2 id={whereHeading} tabIndex={-1}>
        {t('sources.where')}
      </h2>
      <p className="screen__lead">{t('sources.whereLead')}</p>
      <div className="page-buttons">
        <Button isDisabled={isBusy(view)} onPress={() => choose('files')}>
          <Icon of={FileJson} />
          {t('sources.files')}
        </Button>
        <Button isDisabled={isBusy(view)} onPress={() => choose('folder')}>
          <Icon of={FolderOpen} />
          {t('sources.folder')}
        </Button>
        <AddStore isBusy={isBusy(view)} />
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      {view.sources.length > 0 && (
        <ul className="team__sources">
          {view.sources.map((source) => (
            <li key={source.id}>
              <Source source={source} isBusy={isBusy(view)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Source({ source, isBusy }: { source: SourceView; isBusy: boolean }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const { state, run } = useAction();
  const { id, kind, place, readAt, failed } = source;
  return (
    <div className="team__source">
      <p className="team__small">{t(`sources.kind.${kind}`)}</p>
      <p>
        <code dir="ltr">{place}</code>
      </p>
      <p className="team__small">
        {readAt === null
          ? t('sources.never')
          : t('sources.readAt', { when: format.dateTime(readAt) })}
      </p>
      {failed && <SourceFailed failed={failed} />}
      <div className="page-buttons">
        <Button
          isDisabled={isBusy}
          aria-label={t('sources.againOne', { place })}
          onPress={() => void run(() => ask('team.read-again', { source: id }))}
        >
          <Icon of={RotateCw} />
          {t('sources.again')}
        </Button>
        <Button
          look="quiet"
          isDisabled={isBusy}
          aria-label={t('sources.removeOne', { place })}
          onPress={() => void run(() => ask('team.remove-source', { source: id }))}
        >
          <Icon of={X} size="small" />
          {t('sources.remove')}
        </Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
