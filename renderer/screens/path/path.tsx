// A path: its lessons in order, each with the reason why, and the button that goes on.
import '../../ui/lessons.css';
import './path.css';
import { ArrowRight, Circle, CircleCheck, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PathStep, PathView } from '../../../core/views';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { PathDone, PathFacts } from '../../ui/path-progress';

export function PathScreen({ path: id }: { path: string }) {
  const { t } = useTranslation('path');
  const { learner, language } = useSession();
  const query = useQuery('path.read', { learner: learner.id, language, path: id });
  return (
    <Shown query={query}>
      {(path) => {
        return (
          <Screen
            title={path.title}
            heading={
              <>
                <h1 tabIndex={-1} {...wordsOf(path.language)}>
                  {path.title}
                </h1>
                <p className="screen__lead" {...wordsOf(path.summaryLanguage)}>
                  {path.summary}
                </p>
                <p className="screen__facts">
                  <PathFacts path={path} />
                </p>
              </>
            }
          >
            {path.after && (
              <Notice>
                <p>
                  {t('after')} <Link href={paths.path(path.after.id)}>{path.after.title}</Link>
                </p>
              </Notice>
            )}
            <div className="path__progress">
              <PathDone path={path} />
            </div>
            <Buttons path={path} />
            <section className="path__part" aria-labelledby="path-steps">
              <h2 id="path-steps">{t('steps')}</h2>
              <ol className="lessons">
                {path.steps.map((step, at) => (
                  <Step
                    key={`${step.course}/${step.lesson}`}
                    step={step}
                    number={at + 1}
                    isNext={at === path.next}
                  />
                ))}
              </ol>
            </section>
          </Screen>
        );
      }}
    </Shown>
  );
}

function Buttons({ path }: { path: PathView }) {
  const { t } = useTranslation('path');
  const { change } = useSession();
  const { state, run } = useAction();
  const next = path.next === null ? undefined : path.steps[path.next];
  const choose = (chosen: string | null) => void run(() => change({ settings: { path: chosen } }));
  return (
    <>
      <div className="path__buttons">
        {!path.chosen && (
          <Button look="primary" onPress={() => choose(path.id)}>
            {t('choose')}
          </Button>
        )}
        {next && (
          <LinkButton
            look={path.chosen ? 'primary' : 'secondary'}
            href={paths.lesson(next.course, next.lesson)}
          >
            {path.finished > 0 ? t('goOn') : t('begin')}
            <Icon of={ArrowRight} directed />
          </LinkButton>
        )}
        {path.chosen && (
          <Button look="quiet" onPress={() => choose(null)}>
            {t('leave')}
          </Button>
        )}
      </div>
      <p className="path__said" role="status">
        {path.chosen ? t('chosen') : ''}
      </p>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </>
  );
}

const icons = { new: Circle, started: CircleDot, finished: CircleCheck };

function Step({ step, number, isNext }: { step: PathStep; number: number; isNext: boolean }) {
  const { t } = useTranslation('path');
  const format = useFormat();
  return (
    <li
      className="lessons__one"
      data-status={step.status}
      aria-current={isNext ? 'step' : undefined}
    >
      <Icon of={icons[step.status]} size="large" />
      <div className="lessons__words">
        <p className="lessons__title" {...wordsOf(step.language)}>
          <Link href={paths.lesson(step.course, step.lesson)}>{step.title}</Link>
        </p>
        <p className="path__why" {...wordsOf(step.whyLanguage)}>
          {step.why}
        </p>
        <p className="screen__facts lessons__facts">
          <span>{t('step', { number: format.number(number) })}</span>
          <span dir="auto">{step.courseTitle}</span>
          <span>{format.minutes(step.minutes)}</span>
          <span>{t(`status.${step.status}`)}</span>
        </p>
      </div>
    </li>
  );
}
