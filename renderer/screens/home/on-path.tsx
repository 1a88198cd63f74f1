// The learner's path on Home: where they stand and what comes next on it; or that there are paths.
import './on-path.css';
import { Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PathView } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import { usePathWords } from '../../ui/path-progress';

export function OnPath({ path }: { path: PathView }) {
  const { t } = useTranslation('path');
  const format = useFormat();
  const next = path.next === null ? undefined : path.steps[path.next];
  const { finished, left } = usePathWords(path);
  return (
    <section className="on-path" aria-labelledby="my-path">
      <h2 id="my-path">{t('yours')}</h2>
      <p className="on-path__title" {...wordsOf(path.language)}>
        <Link href={paths.path(path.id)}>{path.title}</Link>
      </p>
      {/* The same is said in words below. */}
      <div className="on-path__steps" aria-hidden="true">
        {path.steps.map((step, at) => (
          <span
            key={`${step.course}/${step.lesson}`}
            className="on-path__step"
            data-status={step.status}
            data-next={at === path.next || undefined}
          />
        ))}
      </div>
      <p className="screen__facts">
        <span>{finished}</span>
        {left !== '' && <span>{left}</span>}
      </p>
      {next ? (
        <p>
          {t('nextOn')}{' '}
          <Link href={paths.lesson(next.course, next.lesson)} {...wordsOf(next.language)}>
            {next.title}
          </Link>{' '}
          <span className="on-path__time">({format.minutes(next.minutes)})</span>
        </p>
      ) : (
        <p>{t('allDone')}</p>
      )}
    </section>
  );
}

export function NoPath() {
  const { t } = useTranslation('path');
  return (
    <p className="on-path__none">
      <Icon of={Route} />
      <span>
        {t('none')} <Link href={paths.library()}>{t('toPaths')}</Link>
      </span>
    </p>
  );
}
