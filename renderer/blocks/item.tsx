// The frame of an item: a sheet of paper with the question, the form of its kind, help and verdict.
import './item.css';
import { TriangleAlert } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type RefObject,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView, Links } from '../../core/views';
import { type GoTarget, ItemHeadingLevel, ProseContext, useProse } from '../prose/prose-context';
import { Words } from '../prose/words';
import { directionOf } from '../text/languages';
import { useFormat } from '../text/use-format';
import { Failed } from '../ui/failed';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Actions } from './actions';
import { focusPart } from './focus-part';
import { Hints } from './hints';
import { isSettled } from './item-view';
import { Sure } from './sure';
import { type Done, type ItemActions, useItem } from './use-item';
import { useOutcomeWords, VerdictView } from './verdict';

interface ItemProps {
  view: ItemView;
  /** Of the question in its lesson, from 1. */
  number: number;
  links: Links;
  course: string;
  onGo: (target: GoTarget) => void;
  actions: ItemActions;
}

export const Item = memo(function Item({ view, number, links, course, onGo, actions }: ItemProps) {
  const { t, i18n } = useTranslation('item');
  const level = useContext(ItemHeadingLevel);
  const around = useProse();
  const scope = useMemo(() => ({ ...around, links, course, onGo }), [around, links, course, onGo]);
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const labelId = `${id}-label`;
  const questionId = `${id}-question`;
  const missingId = `${id}-missing`;
  const item = useItem(view, actions, box);
  const { block, answer, missing, done } = item;
  const words = block.useWords();
  const { verdict } = view;
  const settled = isSettled(view);
  const hasQuestion = view.question.length > 0;
  useArrival(box, done);

  const check = (): void => {
    // In a test nothing is checked alone: what was given is kept, and waits.
    if (view.test !== null) {
      item.keep();
      return;
    }
    const part = item.check();
    // The message about what is missing must stand before its field is read out.
    if (part !== null) requestAnimationFrame(() => focusPart(box.current, part));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || settled) return;
    if (!box.current?.contains(event.target as Node)) return;
    event.preventDefault();
    event.stopPropagation();
    check();
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) item.keep();
  };

  const Heading = `h${level}` as const;
  return (
    <ProseContext value={scope}>
      {/* The sheet runs as the words of the course do; the app's own words find their way in it. */}
      {/* A group: a landmark for each question would be too many. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be in the way of the groups inside */}
      <section
        ref={box}
        role="group"
        className="item"
        data-item={view.id}
        lang={i18n.language}
        dir={directionOf(around.language ?? i18n.language)}
        aria-labelledby={labelId}
        data-outcome={verdict ? (verdict.right ? 'right' : 'open') : undefined}
        onKeyDownCapture={onKey}
        onBlur={onBlur}
      >
        <Label heading={Heading} id={labelId} number={number} view={view} />
        {view.changed && <Notice>{t('changed')}</Notice>}
        {hasQuestion && (
          <div className="item__question">
            <Words nodes={view.question} id={questionId} />
          </div>
        )}
        {settled && verdict?.key ? (
          <block.Settled view={view} given={verdict.answer} keyOf={verdict.key} />
        ) : (
          <block.Form
            view={view}
            answer={answer}
            onAnswer={item.change}
            onCheck={check}
            missing={missing}
            missingId={missingId}
            labelId={hasQuestion ? questionId : labelId}
          />
        )}
        {missing.length > 0 && (
          <p className="item__missing" id={missingId}>
            <Icon of={TriangleAlert} />
            {words.missing(view.shown, missing)}
          </p>
        )}
        <Hints hints={view.hints} left={view.hintsLeft} />
        {item.problem && (
          <Failed
            failure={item.problem.failure}
            retry={() => void item.run(item.problem?.step ?? 'answer')}
          />
        )}
        {!settled && view.asksSure && <Sure sure={item.sure} onSay={item.setSure} />}
        {!settled && view.test === null && (
          <Actions
            view={view}
            running={item.isSlow ? item.running : null}
            check={check}
            run={item.run}
          />
        )}
        {item.draftFailed && !item.problem && !settled && (
          <p className="item__note" role="status">
            {t('draft.failed')}
          </p>
        )}
        {verdict && (
          <VerdictView
            view={view}
            verdict={verdict}
            count={words.count(view, verdict)}
            isFresh={done?.step === 'answer'}
            isRestarting={item.isSlow && item.running === 'restart'}
            restart={() => void item.run('restart')}
          />
        )}
        <Teller view={view} done={done} count={verdict && words.count(view, verdict)} />
      </section>
    </ProseContext>
  );
});

interface LabelProps {
  heading: 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  id: string;
  number: number;
  view: ItemView;
}

/** "Question 3 · 0.5 of 1 point" */
function Label({ heading: Heading, id, number, view }: LabelProps) {
  const { t } = useTranslation('item');
  const format = useFormat();
  const { earned, points } = view;
  const values = { count: points, points: format.number(points) };
  return (
    <div className="item__head">
      <Heading className="item__label" id={id} tabIndex={-1} data-focus="restart">
        {t('label', { number: format.number(number) })}
      </Heading>
      <p className="item__points">
        {earned === null
          ? t('points.all', values)
          : t('points.earned', { ...values, earned: format.number(earned) })}
      </p>
    </div>
  );
}

/** Reads out what came of a step, when the focus stays where it is. */
function Teller({
  view,
  done,
  count,
}: {
  view: ItemView;
  done: Done | null;
  count: string | null;
}) {
  const title = useOutcomeWords();
  const { verdict } = view;
  return (
    <div className="for-ears" role="status">
      {done?.step === 'answer' && verdict && !verdict.key && (
        <div key={done.count}>
          <p>{title(verdict)}</p>
          {count !== null && <p>{count}</p>}
        </div>
      )}
    </div>
  );
}

/**
 * Brings what came of a step into sight. A pressed button that is gone leaves the focus nowhere:
 * then it moves to what came instead.
 */
function useArrival(box: RefObject<HTMLElement | null>, done: Done | null): void {
  useLayoutEffect(() => {
    if (!done) return;
    const targets = box.current?.querySelectorAll<HTMLElement>(`[data-focus~="${done.step}"]`);
    const target = targets?.item(targets.length - 1);
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      target?.focus({ preventScroll: true });
    }
    const verdict = box.current?.querySelector('[data-verdict] > :first-child');
    (done.step === 'answer' ? verdict : target)?.scrollIntoView({ block: 'nearest' });
  }, [box, done]);
}
