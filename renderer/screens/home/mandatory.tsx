// Courses that the organisation asks everybody to finish, until they are; also those that are still to come.
import './promises.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MandatoryRow } from '../../../core/views';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { wordsOf } from '../../text/languages';
import { Failed } from '../../ui/failed';
import { MandateMark } from '../../ui/mandate';
import { ComingCourse } from './coming';

export function Mandatory({ courses }: { courses: readonly MandatoryRow[] }) {
  const { t } = useTranslation('policy');
  const { learner, language } = useSession();
  const query = useQuery('catalogue.coming', { learner: learner.id, language });
  const coming = query.state === 'ready' ? query.value.courses : [];
  const failed = query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />;
  if (courses.length + coming.length === 0) return failed;
  return (
    <section className="promises" aria-labelledby="mandatory">
      <h2 id="mandatory">{t('toDo')}</h2>
      <ul className="promises__list">
        {courses.map(({ course, title, language: written, mandate }) => (
          <li key={course} className="promises__row">
            <div>
              <Link href={paths.course(course)} {...wordsOf(written)}>
                {title}
              </Link>
              <p className="promises__from">
                <MandateMark mandate={mandate} />
              </p>
            </div>
          </li>
        ))}
        {coming.map((row) => (
          <ComingCourse key={row.course} row={row} />
        ))}
      </ul>
      {failed}
    </section>
  );
}
