// A lesson: a calm column of text with its items in place, and a foot that says where one is.
import './lesson.css';
import { Clock } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ItemView, KeptView, LessonView } from '../../../core/views';
import { GroupFrame } from '../../blocks/group/group';
import { Item } from '../../blocks/item';
import { Kept } from '../../blocks/kept/kept';
import type { KeptActions } from '../../blocks/kept/kept-block';
import type { ItemActions } from '../../blocks/use-item';
import { ask, newId } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { goTo, paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { type GoTarget, ProseView } from '../../prose/prose';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { LanguageNote } from '../../ui/language-note';
import { Notice } from '../../ui/notice';
import { Problems } from '../../ui/problems';
import { LessonEnd } from './lesson-end';
import { LessonFoot } from './lesson-foot';
import { isOverdue, openItems } from './lesson-view';
import { itemId, usePlace } from './use-place';

interface Props {
  course: string;
  lesson: string;
  /** Go to this item at once. */
  item: string | null;
  /** Go to the passage of this line at once. */
  line: number | null;
}

export function LessonScreen({ course, lesson, item, line }: Props) {
  const { learner, language } = useSession();
  const place = useMemo(
    () => ({ learner: learner.id, language, course, lesson }),
    [learner.id, language, course, lesson],
  );
  const query = useQuery('lesson.read', place);
  useEffect(() => {
    // That it was opened matters little enough: a failure here is not worth a word.
    void ask('lesson.open', { ...place, event: newId() }).catch(() => {});
  }, [place]);
  return (
    <Shown query={query}>
      {(view, { refresh, amend }) => <Lesson {...{ view, refresh, amend, place, item, line }} />}
    </Shown>
  );
}

interface LessonProps {
  view: LessonView;
  refresh: () => Promise<void>;
  amend: (change: (view: LessonView) => LessonView) => void;
  place: { learner: string; language: string; course: string; lesson: string };
  item: string | null;
  line: number | null;
}

function Lesson({ view, refresh, amend, place, item, line }: LessonProps) {
  const { t } = useTranslation('lesson');
  const format = useFormat();
  const [, go] = useLocation();
  const page = useRef<HTMLElement>(null);
  const [isAsking, setAsking] = useState(false);
  const [justFinished, setJustFinished] = useState(false);
  const finishing = useAction();

  usePlace({
    page,
    place: view.place,
    item,
    line,
    save: (at) => void ask('place.save', { ...place, ...at }).catch(() => {}),
  });

  const actionsOf = useCallback(
    (id: string): ItemActions => {
      const on = { ...place, item: id };
      // The answer itself says how the item now stands; what follows from it comes a moment later.
      const then = async (asked: Promise<ItemView | null>) => {
        const now = await asked;
        if (!now) return;
        amend((lesson) => ({
          ...lesson,
          items: lesson.items.map((each) => (each.id === now.id ? now : each)),
        }));
      };
      return {
        answer: (answer, seconds, sure) =>
          then(
            ask('item.answer', { ...on, event: newId(), answer: answer as never, seconds, sure }),
          ),
        hint: () => then(ask('item.hint', { ...on, event: newId() })),
        reveal: () => then(ask('item.reveal', { ...on, event: newId() })),
        restart: () => then(ask('item.restart', { ...on, event: newId() })),
        saveDraft: (answer) => then(ask('draft.save', { ...on, answer: answer as never })),
      };
    },
    [place, amend],
  );
  const keptActionsOf = useCallback(
    (id: string): KeptActions => {
      const on = { ...place, item: id };
      const then = async (asked: Promise<KeptView>) => {
        const now = await asked;
        amend((lesson) => ({
          ...lesson,
          kept: lesson.kept.map((each) => (each.id === now.id ? now : each)),
        }));
      };
      return {
        save: (answer) =>
          then(ask('kept.save', { ...on, event: newId(), answer: answer as never })),
        saveDraft: async (answer) => {
          await ask('draft.save', { ...on, answer: answer as never });
        },
        recall: (card, grade, seconds) =>
          then(ask('card.recall', { ...on, event: newId(), card, grade, seconds })),
      };
    },
    [place, amend],
  );
  const onGo = useCallback(
    (target: GoTarget) => go(goTo(place.course, target)),
    [go, place.course],
  );
  const renderItem = useCallback(
    (id: string) => {
      const at = view.items.findIndex((each) => each.id === id);
      const item = view.items[at];
      const kept = view.kept.find((each) => each.id === id);
      const around = { links: view.links, course: place.course, onGo };
      return (
        <div id={itemId(id)} className="lesson__item" tabIndex={-1} data-quiet-focus>
          {item && <Item view={item} number={at + 1} {...around} actions={actionsOf(id)} />}
          {kept && <Kept view={kept} {...around} actions={keptActionsOf(id)} />}
        </div>
      );
    },
    [view.items, view.kept, view.links, place.course, onGo, actionsOf, keptActionsOf],
  );

  const renderGroup = useCallback(
    (id: string, children: ReactNode) => {
      const group = view.groups.find((each) => each.id === id);
      if (!group || group.within !== null) return children;
      const on = { ...place, group: id };
      const then = async (asked: Promise<null>): Promise<void> => {
        await asked;
        await refresh();
      };
      return (
        <GroupFrame
          view={group}
          items={view.items.filter((item) => group.items.includes(item.id))}
          finish={() => then(ask('test.finish', { ...on, event: newId() }))}
          restart={() => then(ask('group.restart', { ...on, event: newId() }))}
        >
          {children}
        </GroupFrame>
      );
    },
    [view.groups, view.items, place, refresh],
  );

  const finish = (): void => {
    setAsking(false);
    void finishing.run(async () => {
      await ask('lesson.finish', { ...place, event: newId() });
      await refresh();
      setJustFinished(true);
    });
  };

  const words = wordsOf(view.language.language);
  return (
    <>
      <Screen
        ref={page}
        ownPlace
        title={view.title}
        heading={
          <>
            <p className="lesson__course">
              <Link href={paths.course(place.course)} dir="auto">
                {view.course.title}
              </Link>
            </p>
            <h1 tabIndex={-1} {...words}>
              {view.title}
            </h1>
            <p className="screen__facts">
              <span className="screen__fact">
                <Icon of={Clock} size="small" />
                {t('minutes', { count: view.minutes, minutes: format.number(view.minutes) })}
              </span>
            </p>
          </>
        }
      >
        <div className="lesson__column">
          <LanguageNote note={view.language} of="lesson" />
          {isOverdue(view, new Date().toISOString()) && view.reviewBy !== null && (
            <Notice kind="warn">
              <p>{t('overdue', { date: format.date(view.reviewBy) })}</p>
            </Notice>
          )}
          {view.objectives.length > 0 && (
            <section className="lesson__objectives" aria-labelledby="objectives">
              <h2 id="objectives">{t('objectives')}</h2>
              <ul {...words}>
                {view.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </section>
          )}
          <Problems problems={view.problems} />
          <div className="lesson__text">
            <ProseView
              nodes={view.prose}
              links={view.links}
              organisation={view.organisation}
              glossary={view.glossary}
              course={place.course}
              language={view.language.language}
              from={item === null ? (line ?? view.place?.line ?? 1) : Number.POSITIVE_INFINITY}
              renderItem={renderItem}
              renderGroup={renderGroup}
              onGo={onGo}
            />
          </div>
          {finishing.state.at === 'failed' && (
            <Failed failure={finishing.state.failure} retry={finishing.state.again} />
          )}
          <LessonEnd
            view={view}
            isAsking={isAsking}
            justFinished={justFinished}
            onFinish={finish}
            onStay={() => setAsking(false)}
          />
        </div>
      </Screen>
      <LessonFoot
        view={view}
        onFinish={() => {
          if (openItems(view).length > 0) setAsking(true);
          else finish();
        }}
        isFinishing={finishing.state.at === 'working'}
      />
    </>
  );
}
