// The foot of a lesson: back, how far, and on.
import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LessonView } from '../../../core/views';
import { paths } from '../../frame/paths';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Progress } from '../../ui/progress';
import { countingItems, openItems } from './lesson-view';

interface Props {
  view: LessonView;
  onFinish: () => void;
  isFinishing: boolean;
}

export function LessonFoot({ view, onFinish, isFinishing }: Props) {
  const { t } = useTranslation('lesson');
  const format = useFormat();
  const { previous, next, progress } = view;
  const place = t('foot.lesson', {
    number: format.number(view.number),
    lessons: format.number(view.lessons),
  });
  const items = countingItems(view).length;
  // From the items themselves: the newest answer is in them first.
  const done = items - openItems(view).length;
  const answered = t('foot.answered', {
    count: items,
    answered: format.number(done),
    items: format.number(items),
  });
  const isDone = progress.status === 'finished' || view.broken;
  return (
    <nav className="foot" aria-label={t('foot.name')}>
      <Progress done={done} of={items} label={t('foot.progress')} words={answered} />
      <div className="foot__row">
        {previous ? (
          <LinkButton look="quiet" href={paths.lesson(view.course.id, previous.id)}>
            <Icon of={ArrowLeft} directed />
            <span className="foot__word">{t('foot.previous')}</span>
          </LinkButton>
        ) : (
          <span />
        )}
        <p className="foot__place">
          <span>{place}</span>
          {items > 0 && <span>{answered}</span>}
        </p>
        {!isDone ? (
          <Button look="primary" onPress={onFinish} isPending={isFinishing}>
            <Icon of={Check} />
            <span>{t('foot.finish')}</span>
          </Button>
        ) : next ? (
          <LinkButton look="primary" href={paths.lesson(view.course.id, next.id)}>
            <span className="foot__word">{t('foot.next')}</span>
            <Icon of={ArrowRight} directed />
          </LinkButton>
        ) : (
          <LinkButton look="primary" href={paths.course(view.course.id)}>
            <span>{t('foot.course')}</span>
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
