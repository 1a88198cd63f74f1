// How far the learner is in a course, in words and as a bar.
import { useTranslation } from 'react-i18next';
import type { CourseCard } from '../../../core/views';
import { useFormat } from '../../text/use-format';
import { Progress } from '../../ui/progress';

export function CourseDone({ course: { progress } }: { course: CourseCard }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const lessons = {
    count: progress.lessons,
    finished: format.number(progress.finishedLessons),
    lessons: format.number(progress.lessons),
  };
  return (
    <>
      <p>{t(`status.${progress.status}`, lessons)}</p>
      {progress.status !== 'new' && (
        <Progress
          done={progress.finishedLessons}
          of={progress.lessons}
          label={t('progress')}
          words={t('status.started', lessons)}
        />
      )}
    </>
  );
}
