// A course in the library: what it is, how long it takes, and how far the learner is.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CourseCard } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';

export function CourseTile({ course }: { course: CourseCard }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const { progress } = course;
  const lessons = {
    count: progress.lessons,
    finished: format.number(progress.finishedLessons),
    lessons: format.number(progress.lessons),
  };
  return (
    <article className="card">
      <div {...wordsOf(course.language.language)}>
        <h3 className="card__title">
          <Link href={paths.course(course.id)}>{course.title}</Link>
        </h3>
        <p className="card__summary">{course.summary}</p>
      </div>
      <p className="screen__facts card__facts">
        <span>{t('lessons', lessons)}</span>
        <span>
          {t('minutes', { count: course.minutes, minutes: format.number(course.minutes) })}
        </span>
        <span>{format.list(course.languages.map(format.language))}</span>
      </p>
      {course.errors > 0 && (
        <Notice kind="warn">
          <p>{t('problems', { count: course.errors, problems: format.number(course.errors) })}</p>
        </Notice>
      )}
      <div className="card__progress">
        <p>{t(`status.${progress.status}`, lessons)}</p>
        {progress.status !== 'new' && (
          <Progress
            done={progress.finishedLessons}
            of={progress.lessons}
            label={t('progress')}
            words={t('status.started', lessons)}
          />
        )}
      </div>
    </article>
  );
}
