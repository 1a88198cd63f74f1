// What may be done with an open item: check it, ask for a hint, see the answer.
import { LoaderCircle } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '../../core/views';
import { useFormat } from '../text/use-format';
import { Button } from '../ui/button';
import { costOfHint, mayShowAnswer } from './item-view';
import type { Step } from './use-item';

interface ActionsProps {
  view: ItemView;
  /** The step that has been under way for a while. */
  running: Step | null;
  check: () => void;
  run: (step: Step) => Promise<void>;
}

export function Actions({ view, running, check, run }: ActionsProps) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const aboutId = useId();
  const cost = costOfHint(view);
  const left = format.number(view.hintsLeft);
  const aboutHints =
    cost > 0
      ? t('hint.leftAtCost', {
          count: view.hintsLeft,
          left,
          cost: t('points.all', { count: cost, points: format.number(cost) }),
        })
      : t('hint.left', { count: view.hintsLeft, left });
  const working = (
    <>
      <LoaderCircle className="item__working" aria-hidden="true" />
      {t('working')}
    </>
  );
  return (
    <div className="item__actions">
      <Button look="primary" isPending={running === 'answer'} onPress={check}>
        {running === 'answer' ? working : t('check')}
      </Button>
      {view.hintsLeft > 0 && (
        <Button
          isPending={running === 'hint'}
          aria-describedby={aboutId}
          onPress={() => void run('hint')}
        >
          {running === 'hint' ? working : t('hint.show')}
        </Button>
      )}
      {mayShowAnswer(view) && (
        <Button look="quiet" isPending={running === 'reveal'} onPress={() => void run('reveal')}>
          {running === 'reveal' ? working : t('reveal')}
        </Button>
      )}
      {view.hintsLeft > 0 && (
        <p className="item__note" id={aboutId}>
          {aboutHints}
        </p>
      )}
    </div>
  );
}
