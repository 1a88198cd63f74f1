// A path in the library: for whom it is, how long it takes, and how far the learner is on it.
import { Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PathCard } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import { Progress } from '../../ui/progress';

export function PathTile({ path }: { path: PathCard }) {
  const { t } = useTranslation('path');
  const format = useFormat();
  const counts = {
    count: path.lessons,
    finished: format.number(path.finished),
    lessons: format.number(path.lessons),
  };
  return (
    <article className="card card--path" data-chosen={path.chosen || undefined}>
      <div {...wordsOf(path.language)}>
        <h3 className="card__title">
          <Link href={paths.path(path.id)}>{path.title}</Link>
        </h3>
        <p className="card__summary">{path.summary}</p>
      </div>
      <p className="screen__facts card__facts">
        <span>{t('lessons', counts)}</span>
        {path.minutesLeft > 0 && (
          <span>{t('left', { time: format.minutes(path.minutesLeft) })}</span>
        )}
      </p>
      <div className="card__progress">
        {path.chosen && (
          <p className="card__chosen">
            <Icon of={Route} size="small" />
            {t('yours')}
          </p>
        )}
        {path.finished > 0 && (
          <>
            <p>{t('finished', counts)}</p>
            <Progress
              done={path.finished}
              of={path.lessons}
              label={t('progress')}
              words={t('finished', counts)}
            />
          </>
        )}
      </div>
    </article>
  );
}
