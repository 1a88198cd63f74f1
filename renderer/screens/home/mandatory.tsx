// Courses that the organisation asks everybody to finish, until they are.
import './promises.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MandatoryRow } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { MandateMark } from '../../ui/mandate';

export function Mandatory({ courses }: { courses: readonly MandatoryRow[] }) {
  const { t } = useTranslation('policy');
  if (courses.length === 0) return null;
  return (
    <section className="promises" aria-labelledby="mandatory">
      <h2 id="mandatory">{t('toDo')}</h2>
      <ul className="promises__list">
        {courses.map(({ course, title, language, mandate }) => (
          <li key={course} className="promises__row">
            <div>
              <Link href={paths.course(course)} {...wordsOf(language)}>
                {title}
              </Link>
              <p className="promises__from">
                <MandateMark mandate={mandate} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
