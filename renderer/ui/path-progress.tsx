// How far a learner is on a path: what is left in a line of facts, and what is done as a bar.
import { useTranslation } from 'react-i18next';
import type { PathCard } from '../../core/views';
import { useFormat } from '../text/use-format';
import { Progress } from './progress';

/** "3 of 27 lessons finished", "27 lessons", "2 hours to go". */
export function usePathWords(path: PathCard): { lessons: string; finished: string; left: string } {
  const { t } = useTranslation('path');
  const format = useFormat();
  const counts = {
    count: path.lessons,
    finished: format.number(path.finished),
    lessons: format.number(path.lessons),
  };
  return {
    lessons: t('lessons', counts),
    finished: t('finished', counts),
    left: path.minutesLeft > 0 ? t('left', { time: format.minutes(path.minutesLeft) }) : '',
  };
}

export function PathFacts({ path }: { path: PathCard }) {
  const { lessons, left } = usePathWords(path);
  return (
    <>
      <span>{lessons}</span>
      {left !== '' && <span>{left}</span>}
    </>
  );
}

/** Nothing as long as nothing is finished. */
export function PathDone({ path }: { path: PathCard }) {
  const { t } = useTranslation('path');
  const { finished } = usePathWords(path);
  if (path.finished === 0) return null;
  return (
    <>
      <p>{finished}</p>
      <Progress done={path.finished} of={path.lessons} label={t('progress')} words={finished} />
    </>
  );
}
