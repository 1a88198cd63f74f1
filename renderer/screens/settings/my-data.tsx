// Where data lives; take it along; erase it.
import { Download, FolderOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Waiting } from '../../ui/waiting';

export function MyData() {
  const { t } = useTranslation('settings');
  const { learner } = useSession();
  const storage = useQuery('storage.read', {});
  const { state, run } = useAction();
  const [saved, setSaved] = useState(false);
  const show = (folder: 'courses' | 'data') => void run(() => ask('folder.show', { folder }));
  const takeAlong = () =>
    void run(async () => {
      setSaved(false);
      const { json } = await ask('learners.export', { learner: learner.id });
      const done = await ask('file.save', { name: t('exportName'), text: json });
      setSaved(done.saved);
    });
  return (
    <section className="settings" aria-labelledby="data">
      <h2 id="data">{t('data')}</h2>
      <p>{t('dataLead')}</p>
      {storage.state === 'loading' && <Waiting />}
      {storage.state === 'failed' && <Failed failure={storage.failure} retry={storage.retry} />}
      {storage.state === 'ready' && (
        <dl className="settings__places">
          <dt>{t('place.data')}</dt>
          <dd>
            <code dir="ltr">{storage.value.dataFolder}</code>
          </dd>
          {storage.value.courseFolders
            .filter((folder) => folder.exists || folder.kind === 'own')
            .map((folder) => (
              <div key={folder.path} className="settings__place">
                <dt>{t(`place.${folder.kind}`)}</dt>
                <dd>
                  <code dir="ltr">{folder.path}</code>
                </dd>
              </div>
            ))}
        </dl>
      )}
      <div className="settings__buttons">
        <Button onPress={() => show('data')}>
          <Icon of={FolderOpen} />
          {t('showData')}
        </Button>
        <Button onPress={() => show('courses')}>
          <Icon of={FolderOpen} />
          {t('showCourses')}
        </Button>
        <Button onPress={takeAlong}>
          <Icon of={Download} />
          {t('export')}
        </Button>
      </div>
      <p role="status" className="settings__said">
        {saved && t('exported')}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
      <Erase />
    </section>
  );
}

/** Two steps in place: what will be gone, then the button that does it. */
function Erase() {
  const { t } = useTranslation('settings');
  const { learner, leave } = useSession();
  const [isAsking, setAsking] = useState(false);
  // Whoever thought better of it is where they were before.
  const [wasAsking, setWasAsking] = useState(false);
  const { state, run } = useAction();
  const keep = () => {
    setAsking(false);
    setWasAsking(true);
  };
  const erase = () =>
    void run(async () => {
      await ask('learners.erase', { learner: learner.id });
      await leave();
    });
  if (!isAsking) {
    return (
      <div>
        <Button look="danger" autoFocus={wasAsking} onPress={() => setAsking(true)}>
          <Icon of={Trash2} />
          {t('erase')}
        </Button>
      </div>
    );
  }
  return (
    <div
      className="settings__erase"
      role="alertdialog"
      aria-labelledby="erase"
      aria-describedby="erase-means"
    >
      <h3 id="erase">{t('eraseSure', { name: learner.name })}</h3>
      <p id="erase-means">{t('eraseMeans')}</p>
      <div className="settings__buttons">
        <Button autoFocus onPress={keep}>
          {t('eraseKeep')}
        </Button>
        <Button look="danger" isPending={state.at === 'working'} onPress={erase}>
          {t('eraseNow')}
        </Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
