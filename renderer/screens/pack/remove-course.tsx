// Taking away a course that a file or a catalogue brought: asked once more, and said afterwards.
import './pack.css';
import { useTranslation } from 'react-i18next';
import type { AddedCourseView } from '../../../core/pack/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import { Edited } from './changes';

interface RemoveCourseProps {
  course: string;
  title: string;
  /** Null as long as it is not known. */
  added: AddedCourseView | null;
  heading: 'h3' | 'h4';
  onKeep: () => void;
  onRemoved: (keptAt: string | null) => void;
}

export function RemoveCourse({
  course,
  title,
  added,
  heading: Heading,
  onKeep,
  onRemoved,
}: RemoveCourseProps) {
  const { t } = useTranslation('pack');
  const { state, run } = useAction();
  const remove = () =>
    run(async () => {
      const { keptAt } = await ask('pack.remove', { course });
      // Before the page is told that its course is gone.
      onRemoved(keptAt);
    });
  return (
    <div
      className="pack__sure"
      role="alertdialog"
      aria-labelledby={`remove-${course}`}
      aria-describedby={`remove-means-${course}`}
    >
      <Heading id={`remove-${course}`}>{t('added.sure', { title })}</Heading>
      <p id={`remove-means-${course}`}>{t('added.means')}</p>
      {added && added.below !== null && <p>{t('added.below', { version: added.below })}</p>}
      {added && added.edited.length > 0 && <Edited files={added.edited} />}
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

export function Removed({ title, keptAt }: { title: string; keptAt: string | null }) {
  const { t } = useTranslation('pack');
  return (
    <Notice kind="right" title={t('removed.what', { title })} announced>
      <p>{t('removed.means')}</p>
      {keptAt !== null && (
        <>
          <p>{t('keptAt')}</p>
          <code dir="ltr" className="pack__path">
            {keptAt}
          </code>
        </>
      )}
    </Notice>
  );
}
