// On the page of a course that a file brought: who signed it, sharing it, and taking it away.
import './pack.css';
import { FileOutput, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AddedCourseView } from '../../../core/pack/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Edited } from './changes';
import { noteRemoved } from './removed';

interface AddedCourseProps {
  course: string;
  title: string;
}

/** Nothing for a course that no file brought. */
export function AddedCourse({ course, title }: AddedCourseProps) {
  const { t } = useTranslation('pack');
  const query = useQuery('pack.added', { course });
  const [asks, setAsks] = useState(false);
  if (query.state !== 'ready' || query.value === null) return null;
  const { signer } = query.value;
  return (
    <section className="pack__part pack__part--foot" aria-labelledby="added-course">
      <h2 id="added-course">{t('added.title')}</h2>
      <p>
        {signer.state === 'none' && t('added.none')}
        {signer.state === 'unknown' && t('added.unknown')}
        {signer.state === 'known' && t('added.known', { name: signer.name })}
      </p>
      {asks ? (
        <Sure course={course} title={title} added={query.value} onKeep={() => setAsks(false)} />
      ) : (
        <div className="pack__buttons">
          <LinkButton href={paths.share(course)}>
            <Icon of={FileOutput} />
            {t('added.share')}
          </LinkButton>
          <Button look="quiet" onPress={() => setAsks(true)}>
            <Icon of={Trash2} />
            {t('added.remove')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface SureProps extends AddedCourseProps {
  added: AddedCourseView;
  onKeep: () => void;
}

function Sure({ course, title, added, onKeep }: SureProps) {
  const { t } = useTranslation('pack');
  const [, go] = useLocation();
  const { state, run } = useAction();
  const remove = () =>
    run(async () => {
      const { keptAt } = await ask('pack.remove', { course });
      noteRemoved({ title, keptAt });
      // Before the page is told that its course is gone.
      go(paths.library());
    });
  return (
    <div
      className="pack__sure"
      role="alertdialog"
      aria-labelledby="remove-sure"
      aria-describedby="remove-means"
    >
      <h3 id="remove-sure">{t('added.sure', { title })}</h3>
      <p id="remove-means">{t('added.means')}</p>
      {added.below !== null && <p>{t('added.below', { version: added.below })}</p>}
      {added.edited.length > 0 && <Edited files={added.edited} />}
      <div className="pack__buttons">
        <Button autoFocus onPress={onKeep}>
          {t('added.keep')}
        </Button>
        <Button look="danger" isPending={state.at === 'working'} onPress={() => void remove()}>
          {t('added.now')}
        </Button>
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
    </div>
  );
}
