// Home: one obvious thing to do next, then what the learner has set out to do.
import './home.css';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '../../../core/learning/mandate';
import type { NextStep } from '../../../core/views';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { LinkButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { MandateMark } from '../../ui/mandate';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { dayTime, firstCard, isOtherLanguage } from './home-view';
import { Mandatory } from './mandatory';
import { NoPath, OnPath } from './on-path';
import { Plans } from './plans';
import { Promises } from './promises';

export function Home() {
  const { t } = useTranslation('home');
  const { learner, language } = useSession();
  const query = useQuery('home.read', { learner: learner.id, language });
  return (
    <Shown query={query}>
      {(home) => {
        const card = firstCard(home);
        const mandateOf = ({ course }: NextStep) =>
          home.mandatory.find((each) => each.course === course)?.mandate ?? null;
        const next = 'step' in card ? card.step.course : null;
        const greeting = t(`greeting.${dayTime(new Date().getHours())}`, {
          name: home.learner.name,
        });
        return (
          <Screen title={t('title')} heading={<h1 tabIndex={-1}>{greeting}</h1>}>
            {(card.type === 'goOn' || card.type === 'begin') && (
              <NextCard
                step={card.step}
                begins={card.type === 'begin'}
                mandate={mandateOf(card.step)}
              />
            )}
            {card.type === 'allDone' && <p className="screen__lead">{t('allDone')}</p>}
            {card.type === 'empty' && (
              <Notice title={t('empty.what')}>
                <p>{t('empty.do')}</p>
              </Notice>
            )}
            <Mandatory courses={home.mandatory.filter(({ course }) => course !== next)} />
            {home.path && <OnPath path={home.path} />}
            {!home.path && home.paths > 0 && <NoPath />}
            <Plans plans={home.plans} />
            <Promises promises={home.promises} />
            <div>
              <LinkButton href={paths.library()}>{t('toLibrary')}</LinkButton>
            </div>
            {home.unreadableFolders.map((folder) => (
              <Notice key={folder} kind="warn" title={t('unreadable.what')}>
                <p>{t('unreadable.do', { folder })}</p>
              </Notice>
            ))}
          </Screen>
        );
      }}
    </Shown>
  );
}

interface NextCardProps {
  step: NextStep;
  begins: boolean;
  mandate: Mandate | null;
}

function NextCard({ step, begins, mandate }: NextCardProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { language } = useSession();
  const { items, answered } = step.progress;
  const place = t('place', {
    number: format.number(step.number),
    lessons: format.number(step.lessons),
  });
  return (
    <section className="next" aria-labelledby="next-lesson">
      <p className="next__course" lang={step.language} dir="auto">
        {step.courseTitle}
      </p>
      <h2 id="next-lesson" className="next__lesson" lang={step.language} dir="auto">
        {step.lessonTitle}
      </h2>
      {begins && mandate === null && <p className="next__why">{t('beginHere')}</p>}
      {mandate && (
        <p>
          <MandateMark mandate={mandate} />
        </p>
      )}
      <p className="screen__facts">
        <span>{place}</span>
        <span>{t('minutes', { count: step.minutes, minutes: format.number(step.minutes) })}</span>
        {isOtherLanguage(step.language, language) && <span>{format.language(step.language)}</span>}
        {answered > 0 && (
          <span>
            {t('answered', {
              count: items,
              answered: format.number(answered),
              items: format.number(items),
            })}
          </span>
        )}
      </p>
      {!begins && (
        <Progress
          done={step.courseProgress.finishedLessons}
          of={step.courseProgress.lessons}
          label={t('progress')}
          words={place}
        />
      )}
      <div>
        <LinkButton look="primary" href={paths.lesson(step.course, step.lesson)}>
          {begins ? t('begin') : t('continue')}
          <Icon of={ArrowRight} directed />
        </LinkButton>
      </div>
    </section>
  );
}
