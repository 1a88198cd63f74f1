// Sync as a person meets it: off with what it is for, or on with how it stands; and who is the same person.
import '../../ui/page.css';
import './sync.css';
import { useTranslation } from 'react-i18next';
import type { SyncView } from '../../../core/sync/views';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { LinkButton } from '../../ui/button';
import { Ended } from './ended';
import { Off } from './off';
import { Persons } from './persons';
import { TargetCard } from './target-card';

export function SyncScreen() {
  const { learner } = useSession();
  const query = useQuery('sync.read', { learner: learner.id });
  return <Shown query={query}>{(view) => <Standing view={view} />}</Shown>;
}

function Standing({ view }: { view: SyncView }) {
  const { t } = useTranslation('sync');
  const isOff = view.targets.length === 0;
  const mayAdd = view.rules.most !== 'off' && !view.rules.target?.isLocked;
  return (
    <Screen narrow title={t('title')} heading={<h1 tabIndex={-1}>{t('title')}</h1>}>
      {isOff ? (
        <Off rules={view.rules} />
      ) : (
        view.targets.map((target) => (
          <TargetCard
            key={target.id}
            target={target}
            rules={view.rules}
            folder={view.chosenFolder}
          />
        ))
      )}
      <Persons isOn={!isOff} />
      {!isOff && mayAdd && (
        <section className="page-part" aria-labelledby="another">
          <h2 id="another">{t('another')}</h2>
          <div className="page-buttons">
            <LinkButton href={paths.setUpSync('lrs')}>{t('way.lrs.begin')}</LinkButton>
            <LinkButton href={paths.setUpSync('folder')}>{t('way.folder.begin')}</LinkButton>
          </div>
        </section>
      )}
      {view.ended.length > 0 && <Ended targets={view.ended} />}
      <div>
        <LinkButton look="quiet" href={paths.settings()}>
          {t('toSettings')}
        </LinkButton>
      </div>
    </Screen>
  );
}
