// The frame of a pool or a test: what it is, how to hand it in, what came of it.
import './group.css';
import { CircleCheck, CircleDashed, RotateCcw, Send } from 'lucide-react';
import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView, ItemView } from '../../../core/views';
import { useAction } from '../../client/use-action';
import { ItemHeadingLevel } from '../../prose/prose-context';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { hasOthers, openIn } from './group-view';

interface GroupFrameProps {
  view: GroupView;
  /** The questions in it. */
  items: readonly ItemView[];
  /** Both reject with AskError and then have changed nothing. */
  finish: () => Promise<void>;
  restart: () => Promise<void>;
  children: ReactNode;
}

export function GroupFrame({ view, items, finish, restart, children }: GroupFrameProps) {
  const { t } = useTranslation('group');
  const format = useFormat();
  const level = useContext(ItemHeadingLevel);
  const id = useId();
  const Heading = `h${level}` as const;
  const again = useAction();
  const isTest = view.kind === 'test';
  const count = items.length;
  const questions = t('questions', { count, number: format.number(count) });
  const facts = isTest
    ? t('test.facts', { questions, pass: format.percent(view.pass / 100) })
    : view.of > count
      ? t('pool.facts', { questions, of: format.number(view.of) })
      : questions;
  const beginAgain = (): void => void again.run(restart);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark for each group would be too many
    <section className="group" role="group" aria-labelledby={id} data-kind={view.kind}>
      <div className="group__head">
        <Heading className="group__title" id={id} tabIndex={-1}>
          {view.placement ? t('placement.title') : t(isTest ? 'test.title' : 'pool.title')}
        </Heading>
        <p className="group__facts">{facts}</p>
        {view.placement && <p>{t('placement.lead')}</p>}
        {isTest && !view.finished && <p>{t('test.lead')}</p>}
      </div>
      {isTest && view.finished && (
        <TestResult view={view} isPending={again.state.at === 'working'} onAgain={beginAgain} />
      )}
      <div className="group__items">{children}</div>
      {isTest && !view.finished && <HandIn items={items} finish={finish} />}
      {hasOthers(view) && (
        <div>
          <Button isPending={again.state.at === 'working'} onPress={beginAgain}>
            <Icon of={RotateCcw} />
            {t('pool.others')}
          </Button>
        </div>
      )}
      {again.state.at === 'failed' && (
        <Failed failure={again.state.failure} retry={again.state.again} />
      )}
    </section>
  );
}

interface TestResultProps {
  view: GroupView;
  isPending: boolean;
  onAgain: () => void;
}

/** The focus comes here when the test was handed in while the page was open. */
function TestResult({ view, isPending, onAgain }: TestResultProps) {
  const { t } = useTranslation('group');
  const format = useFormat();
  const heading = useRef<HTMLParagraphElement>(null);
  const isNews = useRef(document.activeElement === document.body);
  useEffect(() => {
    if (!isNews.current) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  const passed = view.passed === true;
  const share = view.possible > 0 ? (view.points ?? 0) / view.possible : 1;
  return (
    <div className="group__result" data-passed={passed}>
      <Icon of={passed ? CircleCheck : CircleDashed} size="large" />
      <div className="group__words">
        <p className="group__outcome" ref={heading} tabIndex={-1}>
          {passed ? t('test.passed') : t('test.notYet')}
        </p>
        <p>
          {t('test.points', {
            count: view.possible,
            points: format.number(view.points ?? 0),
            possible: format.number(view.possible),
            share: format.percent(share),
            pass: format.percent(view.pass / 100),
          })}
        </p>
        {view.placement && passed && <p>{t('placement.passed')}</p>}
        <div>
          <Button isPending={isPending} onPress={onAgain}>
            <Icon of={RotateCcw} />
            {t('test.again')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Open questions are told before anything is handed in: nobody loses points by a slip. */
function HandIn({ items, finish }: Pick<GroupFrameProps, 'items' | 'finish'>) {
  const { t } = useTranslation('group');
  const format = useFormat();
  const handing = useAction();
  const [isAsking, setAsking] = useState(false);
  const open = openIn(items);
  const first = open[0];
  const handIn = (): void => {
    setAsking(false);
    void handing.run(finish);
  };
  const goToFirst = (): void => {
    setAsking(false);
    const place = document.querySelector<HTMLElement>(`[data-item="${first?.id ?? ''}"]`);
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector<HTMLElement>('.item__label')?.focus({ preventScroll: true });
  };
  return (
    <div className="group__foot">
      <p className="group__count" role="status">
        {t('test.answered', {
          count: items.length,
          answered: format.number(items.length - open.length),
          all: format.number(items.length),
        })}
      </p>
      {isAsking && first ? (
        <div className="group__ask" role="alert">
          <p>{t('test.open', { count: open.length, open: format.number(open.length) })}</p>
          <div className="group__buttons">
            <Button look="primary" onPress={goToFirst}>
              {t('test.goToOpen')}
            </Button>
            <Button onPress={handIn}>{t('test.handInAnyway')}</Button>
          </div>
        </div>
      ) : (
        <div>
          <Button
            look="primary"
            isPending={handing.state.at === 'working'}
            onPress={() => (open.length > 0 ? setAsking(true) : handIn())}
          >
            <Icon of={Send} directed />
            {t('test.handIn')}
          </Button>
        </div>
      )}
      {handing.state.at === 'failed' && (
        <Failed failure={handing.state.failure} retry={handing.state.again} />
      )}
    </div>
  );
}
