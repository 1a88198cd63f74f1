// `scenario`: scene after scene, each choice leads on; at the end the way is looked back on.
import './scenario.css';
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  CornerDownRight,
  type LucideIcon,
  Phone,
  Undo2,
} from 'lucide-react';
import { type RefObject, useContext, useId, useLayoutEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ScenarioDue, SceneShown } from '../../../core/course/blocks/scenario';
import type { Outcome, Stage } from '../../../core/course/blocks/scenario-content';
import type { Inline, Prose } from '../../../core/course/prose';
import { ItemHeadingLevel } from '../../prose/prose-context';
import { headingLevel } from '../../prose/prose-view';
import { Words, WordsInLine } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf } from '../item-view';
import { PracticeFrame } from '../practice-frame';
import {
  begin,
  endingsOf,
  isOnTheWay,
  isSaid,
  type MeterView,
  metersAt,
  missing,
  pathOf,
  saidAndTold,
  turningPoint,
} from './scenario-view';

type View = FormProps<'scenario'>['view'];

function Form({ view, answer, onAnswer, missing: open, missingId }: FormProps<'scenario'>) {
  const { t } = useTranslation('item');
  const { shown } = view;
  const path = pathOf(shown);
  const stageName = useStageName()(shown.stage);
  const box = useRef<HTMLDivElement>(null);
  const whatId = useId();
  const here = shown.path.length - 1;
  const onTheWay = isOnTheWay(shown, answer);
  const arrive = useArrival(box, here);
  const go = (next: number[]): void => {
    arrive();
    onAnswer({ path: next });
  };
  // An end is an answer; only where another try follows may one turn back there.
  const mayGoBack = path.length > 0 && (!shown.ended || view.verdict !== null);
  return (
    <PracticeFrame title={stageName}>
      <div ref={box} className="scenario" data-stage={shown.stage}>
        {shown.meters.length > 0 && (
          <div role="status">
            <Meters meters={metersAt(shown, here)} />
          </div>
        )}
        <ol className="scenario__path">
          {shown.path.map((scene, at) => (
            <li key={at} className="scenario__step" data-now={at === here || undefined}>
              <Scene stage={shown.stage} title={scene.title} prose={scene.prose} />
              <Chosen view={view} at={at} />
            </li>
          ))}
        </ol>
        {!shown.ended && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be described by what is missing
          <div
            role="group"
            className="scenario__choices"
            data-part={0}
            data-invalid={open.length > 0 || undefined}
            aria-labelledby={whatId}
            {...(open.length > 0 && { 'aria-describedby': missingId })}
          >
            <p className="scenario__what" id={whatId}>
              {t('scenario.what')}
            </p>
            {shown.path[here]?.choices.map(({ at, words }) => (
              <AriaButton
                key={at}
                className="scenario__choice"
                data-taken={(onTheWay && answer.path[here] === at) || undefined}
                onPress={() => go([...path, at])}
              >
                <Icon of={CornerDownRight} size="small" directed />
                <WordsInLine nodes={words} />
              </AriaButton>
            ))}
          </div>
        )}
        {mayGoBack && (
          <div className="scenario__back">
            <Button look="quiet" onPress={() => go(path.slice(0, -1))}>
              <Icon of={Undo2} size="small" directed />
              {t('scenario.back')}
            </Button>
          </div>
        )}
        {shown.ended && view.verdict === null && (
          <p className="scenario__ended">{t('scenario.ended')}</p>
        )}
      </div>
    </PracticeFrame>
  );
}

/** After a step the focus goes to the heading of the scene it led to: reading goes on from there. */
function useArrival(box: RefObject<HTMLElement | null>, here: number): () => void {
  const isGoing = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place is an arrival
  useLayoutEffect(() => {
    if (!isGoing.current) return;
    isGoing.current = false;
    const headings = box.current?.querySelectorAll<HTMLElement>('.scenario__title');
    const heading = headings?.item(headings.length - 1);
    heading?.focus({ preventScroll: true });
    heading?.closest('.scenario__step')?.scrollIntoView({ block: 'nearest' });
  }, [box, here]);
  return () => {
    isGoing.current = true;
  };
}

function useStageName(): (stage: Stage) => string | null {
  const { t } = useTranslation('item');
  return (stage) => {
    const names: Record<Stage, string | null> = {
      desk: null,
      mail: t('scenario.stage.mail'),
      phone: t('scenario.stage.phone'),
      chat: t('scenario.stage.chat'),
      case: t('scenario.stage.case'),
    };
    return names[stage];
  };
}

const talks = (stage: Stage): boolean => stage === 'phone' || stage === 'chat';

function useHeading() {
  const level = useContext(ItemHeadingLevel);
  return `h${headingLevel(level + 1)}` as const;
}

interface SceneProps {
  stage: Stage;
  title: readonly Inline[];
  prose: readonly Prose[];
}

function Scene({ stage, title, prose }: SceneProps) {
  const { t } = useTranslation('item');
  const Heading = useHeading();
  return (
    <div className="scenario__scene">
      <Heading className="scenario__title" tabIndex={-1}>
        {stage === 'phone' && <Icon of={Phone} size="small" />}
        <WordsInLine nodes={title} />
      </Heading>
      {!talks(stage) && prose.length > 0 && <Words nodes={prose} />}
      {talks(stage) &&
        saidAndTold(prose).map(({ said, nodes }, at) => (
          <div key={at} className={said ? 'scenario__bubble' : 'scenario__told'}>
            {said && <p className="scenario__who">{t('scenario.they')}</p>}
            <Words nodes={nodes} />
          </div>
        ))}
    </div>
  );
}

/** What the learner chose in a scene of the path, and what it changed. */
function Chosen({ view, at }: { view: View; at: number }) {
  const { t } = useTranslation('item');
  const { shown } = view;
  const scene = shown.path[at];
  const words = scene && wordsChosen(scene);
  if (!words) return null;
  const said = talks(shown.stage) && isSaid(words);
  return (
    <div className={said ? 'scenario__chosen scenario__chosen--said' : 'scenario__chosen'}>
      <p className="scenario__who">{said ? t('scenario.you') : t('scenario.decided')}</p>
      <p className="scenario__own">
        <WordsInLine nodes={words} />
      </p>
      <Changes meters={metersAt(shown, at + 1)} />
    </div>
  );
}

const wordsChosen = ({ choices, chosen }: SceneShown): Inline[] | undefined =>
  choices.find(({ at }) => at === chosen)?.words;

function Changes({ meters }: { meters: readonly MeterView[] }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const changed = meters.filter(({ change }) => change !== 0);
  if (changed.length === 0) return null;
  return (
    <ul className="scenario__changes">
      {changed.map(({ name, change }) => {
        const by = format.number(Math.abs(change));
        return (
          <li key={name}>
            {change > 0 ? t('scenario.more', { name, by }) : t('scenario.less', { name, by })}
          </li>
        );
      })}
    </ul>
  );
}

/** Each meter by its name and number; the bar beside it only shows the same. */
function Meters({ meters }: { meters: readonly MeterView[] }) {
  const format = useFormat();
  if (meters.length === 0) return null;
  return (
    <dl className="scenario__meters">
      {meters.map(({ name, value, share }) => (
        <div key={name} className="scenario__meter">
          <dt dir="auto">{name}</dt>
          <dd>
            <span className="scenario__value">{format.number(value)}</span>
            <span className="scenario__bar" aria-hidden="true">
              <span style={{ inlineSize: `${share * 100}%` }} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const outcomeIcons: Record<Outcome, LucideIcon> = {
  good: CircleCheck,
  mixed: CircleDashed,
  bad: CircleX,
};

function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('item');
  const words: Record<Outcome, string> = {
    good: t('scenario.good'),
    mixed: t('scenario.mixed'),
    bad: t('scenario.bad'),
  };
  return (
    <span className="scenario__outcome" data-outcome={outcome}>
      <Icon of={outcomeIcons[outcome]} />
      <span>{words[outcome]}</span>
    </span>
  );
}

function Settled({ view, given, keyOf }: SettledProps<'scenario'>) {
  const { t } = useTranslation('item');
  const stageName = useStageName()(view.shown.stage);
  const { shown, verdict } = view;
  const { due } = keyOf;
  const last = shown.path.length - 1;
  const endsWell = verdict?.right === true;
  return (
    <>
      {given !== null && (
        <PracticeFrame title={stageName}>
          <div className="scenario" data-stage={shown.stage}>
            <Meters meters={metersAt(shown, last)} />
            <ol className="scenario__path">
              {shown.path.map((scene, at) => (
                <li key={at} className="scenario__step" data-now={at === last || undefined}>
                  <Scene stage={shown.stage} title={scene.title} prose={scene.prose} />
                  <Chosen view={view} at={at} />
                  {at < last && <LookBack view={view} step={at} />}
                </li>
              ))}
            </ol>
            <OutcomeOf due={due} />
          </div>
        </PracticeFrame>
      )}
      {!endsWell && (
        <details className="scenario__more" open={given === null || undefined}>
          <summary>{t('scenario.best')}</summary>
          <BestWay view={view} keyOf={keyOf} />
        </details>
      )}
      <Endings due={due} />
    </>
  );
}

function OutcomeOf({ due }: { due: ScenarioDue }) {
  const outcome = due.scenes[due.taken.at(-1) ?? -1]?.outcome;
  return outcome ? <OutcomeMark outcome={outcome} /> : null;
}

/** What is said about a choice; the one that closed the way to a good end is pointed out. */
function LookBack({ view, step }: { view: View; step: number }) {
  const { t } = useTranslation('item');
  const part = partOf(view.verdict, step);
  const isTurn = turningPoint(view.verdict?.parts ?? []) === step;
  if (!part) return null;
  return (
    <Feedback
      tone={isTurn ? 'wrong' : 'plain'}
      marks={isTurn && <strong>{t('scenario.turn')}</strong>}
      words={part.feedback}
    />
  );
}

function BestWay({ view, keyOf }: Pick<SettledProps<'scenario'>, 'view' | 'keyOf'>) {
  const { t } = useTranslation('item');
  const { stage } = view.shown;
  const { due, answer } = keyOf;
  return (
    <ol className="scenario__best">
      {due.best.map((scene, at) => {
        const { title = [], prose = [], choices = [] } = due.scenes[scene] ?? {};
        const chosen = choices[answer.path[at] ?? -1];
        return (
          <li key={at}>
            <p className="scenario__best-title">
              <WordsInLine nodes={title} />
            </p>
            <Words nodes={prose} />
            {chosen && (
              <>
                <p className="scenario__own">
                  <strong>
                    {talks(stage) && isSaid(chosen.words)
                      ? t('scenario.say')
                      : t('scenario.decide')}
                  </strong>{' '}
                  <WordsInLine nodes={chosen.words} />
                </p>
                <Feedback tone="right" words={keyFeedback(keyOf, at)} />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The ends there are; those the learner did not come to can be read too. */
function Endings({ due }: { due: ScenarioDue }) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const Heading = useHeading();
  const endings = endingsOf(due);
  const seen = endings.filter(({ isOwn }) => isOwn).length;
  const others = endings.filter(({ isOwn }) => !isOwn);
  return (
    <div className="scenario__endings">
      <Heading className="scenario__endings-title">{t('scenario.endings')}</Heading>
      <p>
        {t('scenario.endingCount', {
          count: endings.length,
          all: format.number(endings.length),
          seen: format.number(seen),
        })}
      </p>
      {others.map(({ scene }) => {
        const { title = [], prose = [], outcome = null } = due.scenes[scene] ?? {};
        return (
          <details key={scene} className="scenario__more">
            <summary>
              <WordsInLine nodes={title} />
              {outcome && <OutcomeMark outcome={outcome} />}
            </summary>
            <Words nodes={prose} />
          </details>
        );
      })}
    </div>
  );
}

function useWords(): BlockWords<'scenario'> {
  const { t } = useTranslation('item');
  return { missing: () => t('scenario.missing'), count: () => null };
}

export const scenario: Block<'scenario'> = {
  Form,
  Settled,
  begin,
  missing,
  useWords,
  savesAtOnce: true,
};
