// A course in the library: what it is, how long it takes, and how far the learner is.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CourseCard } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { MandateMark } from '../../ui/mandate';
import { Notice } from '../../ui/notice';
import { CourseDone } from './course-done';

export function CourseTile({ course }: { course: CourseCard }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const { lessons } = course.progress;
  return (
    <article className="card">
      <div {...wordsOf(course.language.language)}>
        <h3 className="card__title">
          <Link href={paths.course(course.id)}>{course.title}</Link>
        </h3>
        <p className="card__summary">{course.summary}</p>
      </div>
      <p className="screen__facts card__facts">
        <span>{t('lessons', { count: lessons, lessons: format.number(lessons) })}</span>
        <span>
          {t('minutes', { count: course.minutes, minutes: format.number(course.minutes) })}
        </span>
        <span>{format.list(course.languages.map(format.language))}</span>
      </p>
      {course.mandatory && (
        <p>
          <MandateMark mandate={course.mandatory} />
        </p>
      )}
      {course.errors > 0 && (
        <Notice kind="warn">
          <p>{t('problems', { count: course.errors, problems: format.number(course.errors) })}</p>
        </Notice>
      )}
      <div className="card__progress">
        <CourseDone course={course} />
      </div>
    </article>
  );
}
