// The end of a lesson: what is still open, or that it is done and what comes next.
import { ArrowRight, CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LessonView } from '../../../core/views';
import { paths } from '../../frame/paths';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { openItems } from './lesson-view';
import { itemId } from './use-place';

interface Props {
  view: LessonView;
  /** Somebody wants to finish while questions are open. */
  isAsking: boolean;
  /** Finished while the page was open: this is news, so the focus comes here. */
  justFinished: boolean;
  onFinish: () => void;
  onStay: () => void;
}

export function LessonEnd({ view, isAsking, justFinished, onFinish, onStay }: Props) {
  if (isAsking) return <OpenQuestions view={view} onFinish={onFinish} onStay={onStay} />;
  return view.progress.status === 'finished' ? (
    <Finished view={view} justFinished={justFinished} />
  ) : null;
}

/** A heading that comes into sight, and takes the focus, once it is news. */
function useNews(isNews: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNews) return;
    heading.current?.scrollIntoView({ block: 'center' });
    heading.current?.focus({ preventScroll: true });
  }, [isNews]);
  return heading;
}

function OpenQuestions({ view, onFinish, onStay }: Pick<Props, 'view' | 'onFinish' | 'onStay'>) {
  const { t } = useTranslation('lesson');
  const format = useFormat();
  const heading = useNews(true);
  const open = openItems(view);
  const goToFirst = () => {
    onStay();
    const [first] = open;
    const place = first && document.getElementById(itemId(first.id));
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  };
  return (
    <section className="lesson__end" aria-labelledby="open-questions">
      <h2 id="open-questions" ref={heading} tabIndex={-1}>
        {t('open.title', { count: open.length, open: format.number(open.length) })}
      </h2>
      <p>{t('open.means')}</p>
      <div className="lesson__buttons">
        <Button look="primary" onPress={goToFirst}>
          {t('open.go')}
        </Button>
        <Button onPress={onFinish}>{t('open.finish')}</Button>
      </div>
    </section>
  );
}

function Finished({ view, justFinished }: Pick<Props, 'view' | 'justFinished'>) {
  const { t } = useTranslation('lesson');
  const format = useFormat();
  const heading = useNews(justFinished);
  const { progress, next, courseProgress } = view;
  const courseDone = courseProgress.status === 'finished';
  return (
    <section className="lesson__end lesson__end--done" aria-labelledby="lesson-end">
      <Icon of={CircleCheck} size="large" />
      <div className="lesson__done">
        <h2 id="lesson-end" ref={heading} tabIndex={-1}>
          {t('done.title')}
        </h2>
        {progress.possible > 0 && (
          <p>
            {t('done.points', {
              count: progress.possible,
              points: format.number(progress.points),
              possible: format.number(progress.possible),
            })}
          </p>
        )}
        <div className="lesson__buttons">
          {courseDone ? (
            <LinkButton look="primary" href={paths.result(view.course.id)}>
              {t('done.result')}
              <Icon of={ArrowRight} directed />
            </LinkButton>
          ) : next ? (
            <LinkButton look="primary" href={paths.lesson(view.course.id, next.id)}>
              {t('done.next', { title: next.title })}
              <Icon of={ArrowRight} directed />
            </LinkButton>
          ) : (
            <LinkButton look="primary" href={paths.course(view.course.id)}>
              {t('done.course')}
            </LinkButton>
          )}
        </div>
      </div>
    </section>
  );
}
