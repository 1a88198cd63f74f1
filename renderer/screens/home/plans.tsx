// Plans whose days have passed: what was planned, and how it went.
import './promises.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { type Review, reviews } from '../../../core/course/kept/plan-answer';
import type { PlanRow } from '../../../core/views';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';

export function Plans({ plans }: { plans: readonly PlanRow[] }) {
  const { t } = useTranslation('kept');
  const [said, setSaid] = useState<Review | null>(null);
  const thanks = useRef<HTMLParagraphElement>(null);
  // The row is gone with its buttons: the focus goes on to what came instead.
  useEffect(() => {
    if (said !== null) thanks.current?.focus();
  }, [said]);
  if (plans.length === 0 && said === null) return null;
  return (
    <section className="plans" aria-labelledby="open-plans">
      <h2 id="open-plans">{t('home.plans')}</h2>
      {said !== null && (
        <p ref={thanks} tabIndex={-1} data-quiet-focus>
          {t(`home.said.${said}`)}
        </p>
      )}
      {plans.map((row) => (
        <Plan key={`${row.course}/${row.lesson}/${row.block}`} row={row} onSaid={setSaid} />
      ))}
    </section>
  );
}

function Plan({ row, onSaid }: { row: PlanRow; onSaid: (said: Review) => void }) {
  const { t } = useTranslation('kept');
  const format = useFormat();
  const { learner, language } = useSession();
  const [, go] = useLocation();
  const { state, run } = useAction();
  const { course, lesson, block, lines, days, answer } = row;
  const path = paths.lesson(course, lesson, block);
  const say = async (review: Review): Promise<void> => {
    const on = { learner: learner.id, language, course, lesson, item: block };
    const saved = { ...on, event: newId(), answer: { ...answer, review } };
    if (!(await run(() => ask('kept.save', saved)))) return;
    onSaid(review);
    if (review === 'changed') go(path);
  };
  return (
    <div className="plans__one">
      <p className="plans__when">{t('home.planned', { count: days, days: format.number(days) })}</p>
      <ul className="plans__lines" {...wordsOf(row.language)}>
        {lines.map((line, at) => (
          <li key={at} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      <p className="promises__from" {...wordsOf(row.language)}>
        <Link href={path}>{row.lessonTitle}</Link>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons, no form */}
      <div role="group" aria-label={t('home.how')} className="plans__how">
        <p className="plans__question">{t('home.how')}</p>
        {reviews.map((review) => (
          <Button key={review} onPress={() => void say(review)}>
            {t(`review.${review}`)}
          </Button>
        ))}
      </div>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </div>
  );
}
