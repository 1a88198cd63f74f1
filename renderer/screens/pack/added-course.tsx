// On the page of a course that a file brought: who signed it, sharing it, and taking it away.
import './pack.css';
import { FileOutput, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Button, LinkButton } from '../../ui/button';
import { HandOn } from '../../ui/hand-on';
import { Icon } from '../../ui/icon';
import { RemoveCourse } from './remove-course';
import { noteRemoved } from './removed';

interface AddedCourseProps {
  course: string;
  title: string;
}

/** Nothing for a course that no file brought. */
export function AddedCourse({ course, title }: AddedCourseProps) {
  const { t } = useTranslation('pack');
  const query = useQuery('pack.added', { course });
  const [, go] = useLocation();
  const [asks, setAsks] = useState(false);
  if (query.state !== 'ready' || query.value === null) return null;
  const { signer } = query.value;
  return (
    <section className="pack__part pack__part--foot" aria-labelledby="added-course">
      <h2 id="added-course" tabIndex={-1}>
        {t('added.title')}
      </h2>
      <p>
        {signer.state === 'none' && t('added.none')}
        {signer.state === 'unknown' && t('added.unknown')}
        {signer.state === 'known' && t('added.known', { name: signer.name })}
      </p>
      {asks ? (
        <HandOn to={['added-course']}>
          <RemoveCourse
            course={course}
            title={title}
            added={query.value}
            heading="h3"
            onKeep={() => setAsks(false)}
            onRemoved={(keptAt) => {
              noteRemoved({ title, keptAt });
              go(paths.library());
            }}
          />
        </HandOn>
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
