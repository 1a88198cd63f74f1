// A path in the library: for whom it is, how long it takes, and how far the learner is on it.
import { Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PathCard } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { Icon } from '../../ui/icon';
import { PathDone, PathFacts } from '../../ui/path-progress';

export function PathTile({ path }: { path: PathCard }) {
  const { t } = useTranslation('path');
  return (
    <article className="card card--path" data-chosen={path.chosen || undefined}>
      <div>
        <h3 className="card__title" {...wordsOf(path.language)}>
          <Link href={paths.path(path.id)}>{path.title}</Link>
        </h3>
        <p className="card__summary" {...wordsOf(path.summaryLanguage)}>
          {path.summary}
        </p>
      </div>
      <p className="screen__facts card__facts">
        <PathFacts path={path} />
      </p>
      <div className="card__progress">
        {path.chosen && (
          <p className="card__chosen">
            <Icon of={Route} size="small" />
            {t('yours')}
          </p>
        )}
        <PathDone path={path} />
      </div>
    </article>
  );
}
