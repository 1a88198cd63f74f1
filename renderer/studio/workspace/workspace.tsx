// Where a course is written: its files, the text, and beside it what the learner will see.
import './workspace.css';
import {
  ChevronLeft,
  CirclePlay,
  Eye,
  FilePenLine,
  Gauge,
  Languages,
  ListTree,
  Share2,
} from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { fixText } from '../../../core/course/fix';
import type { Problem } from '../../../core/course/problem';
import { changePicture, type PictureInText } from '../../../core/studio/picture/pictures';
import type { StudioCourseView } from '../../../core/studio/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { goTo, paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import type { GoTarget } from '../../prose/prose';
import { useCompetenceName } from '../../text/use-competence-name';
import { useFormat } from '../../text/use-format';
import { Button, LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Waiting } from '../../ui/waiting';
import type { Mend } from '../editor/diagnostics';
import { Editor } from '../editor/editor';
import { atCursor, viewsOf } from '../form/at-cursor';
import { type AskedForm, CursorForm } from '../form/cursor-form';
import { languageFolderOf } from '../preview/draft-lesson';
import { Preview } from '../preview/preview';
import { shared } from '../preview/shared';
import { aroundOf } from './around';
import { History } from './history';
import { Outline } from './outline';
import { PageButtons, type PageCounts, TextButtons } from './pane-bars';
import { putPicture } from './picture-in';
import { ProblemList } from './problem-list';
import { useDraftText } from './use-draft-text';
import { useSteady } from './use-steady';
import { type OpenText, useText } from './use-text';

interface WorkspaceProps {
  folder: string;
  /** Null: the first lesson, or what the course is about. */
  file: string | null;
  /** Where the cursor begins. */
  line: number | null;
}

export function Workspace({ folder, file, line }: WorkspaceProps) {
  const query = useQuery('studio.course', { folder });
  return (
    <Shown query={query}>
      {(course) => <Course read={course} file={file ?? firstFile(course)} line={line} />}
    </Shown>
  );
}

const firstFile = ({ texts }: StudioCourseView): string =>
  texts[0]?.files.find(({ lesson }) => lesson !== null)?.file ?? 'course.md';

/** What a narrow window shows one of. */
type Part = 'files' | 'text' | 'page';

interface CourseProps {
  /** As it was read last: after each saving anew. */
  read: StudioCourseView;
  file: string;
  line: number | null;
}

function Course({ read, file, line }: CourseProps) {
  const held = useRef(read);
  const course = useMemo(() => {
    held.current = shared(held.current, read);
    return held.current;
  }, [read]);
  const { t } = useTranslation(['studio', 'quality', 'translate']);
  const [, go] = useLocation();
  const { folder } = course;
  const [part, setPart] = useState<Part>('text');
  const changing = useAction();
  const text = useText(folder, file);
  const flush = useSteady(async () => {
    if (text.state === 'ready') await text.flush();
  });
  const open = useCallback(
    (next: string) => {
      setPart('text');
      go(paths.studio(folder, next));
    },
    [go, folder],
  );
  const order = useSteady((files: string[]): void => {
    void changing.run(async () => {
      await flush();
      const { renamed } = await ask('studio.order-lessons', { folder, files });
      const next = renamed[file];
      if (next !== undefined) go(paths.studio(folder, next), { replace: true });
    });
  });
  const add = useSteady(
    (title: string): Promise<boolean> =>
      changing.run(async () => {
        const added = await ask('studio.add-lesson', { folder, title });
        open(added.file);
      }),
  );
  const row = course.texts.flatMap(({ files }) => files).find((each) => each.file === file);
  const title = row && row.lesson !== null ? row.title : t('outline.course');
  return (
    <Screen
      ownPlace
      wide
      title={`${title} · ${course.title}`}
      heading={
        <div className="workspace__head">
          <Link href={paths.studio()} className="workspace__back">
            <Icon of={ChevronLeft} directed size="small" />
            {t('title')}
          </Link>
          <h1 tabIndex={-1} className="workspace__title" dir="auto">
            {course.title}
          </h1>
          <LinkButton look="quiet" href={paths.quality(folder)}>
            <Icon of={Gauge} size="small" />
            {t('quality:open')}
          </LinkButton>
          <LinkButton look="quiet" href={paths.share(course.id)}>
            <Icon of={Share2} size="small" />
            {t('share')}
          </LinkButton>
          <LinkButton look="quiet" href={paths.translate(folder)}>
            <Icon of={Languages} size="small" />
            {t('translate:open')}
          </LinkButton>
          <LinkButton href={paths.tryOut(course.id, row?.lesson ?? undefined)}>
            <Icon of={CirclePlay} size="small" />
            {t('try.start')}
          </LinkButton>
        </div>
      }
    >
      {changing.state.at === 'failed' && (
        <Failed failure={changing.state.failure} retry={changing.state.again} />
      )}
      <fieldset className="workspace__parts" aria-label={t('parts.title')}>
        {(
          [
            ['files', ListTree, t('parts.files')],
            ['text', FilePenLine, t('parts.text')],
            ['page', Eye, t('parts.page')],
          ] as const
        ).map(([each, icon, words]) => (
          <button
            key={each}
            type="button"
            className="workspace__part"
            aria-pressed={part === each}
            onClick={() => setPart(each)}
          >
            <Icon of={icon} size="small" />
            {words}
          </button>
        ))}
      </fieldset>
      <div className="workspace" data-part={part}>
        <Outline
          course={course}
          file={file}
          flush={flush}
          onOpen={open}
          onOrder={order}
          onAdd={add}
        />
        <Open
          key={`${folder}/${file}/${line}`}
          course={course}
          file={file}
          begin={line}
          text={text}
          onOpen={open}
        />
      </div>
    </Screen>
  );
}

interface OpenProps {
  course: StudioCourseView;
  file: string;
  begin: number | null;
  text: OpenText;
  onOpen: (file: string) => void;
}

function Open(props: OpenProps) {
  const { text } = props;
  if (text.state === 'loading') return <Waiting />;
  if (text.state === 'failed') return <Failed failure={text.failure} retry={text.retry} />;
  return <Text {...props} text={text} />;
}

type ReadyText = Extract<OpenText, { state: 'ready' }>;

function Text({ course, file, begin, text, onOpen }: OpenProps & { text: ReadyText }) {
  const { t } = useTranslation(['studio', 'studio-form']);
  const [, go] = useLocation();
  const [line, setLine] = useState(begin ?? 1);
  const [target, setTarget] = useState<{ line: number } | null>(
    begin === null ? null : { line: begin },
  );
  const [isHistory, setHistory] = useState(false);
  const [isForm, setForm] = useState(false);
  const [asked, setAsked] = useState<AskedForm | null>(null);
  const [counts, setCounts] = useState<PageCounts>({ resets: 0, reveals: 0 });
  const draft = useDraftText(course, file, text.text);
  const found = useCheck(course, text.kept.at === 'saved');
  const problems = useMemo(
    () => together(draft.problems, found, file),
    [draft.problems, found, file],
  );
  const language =
    course.texts.find(({ folder }) => folder === languageFolderOf(file))?.language ?? 'en';
  // While no form is open, a keystroke shows before it is known what the cursor stands in.
  const settled = useDeferredValue(text.text);
  const seen = isForm ? text.text : settled;
  const cursor = useMemo(() => atCursor(seen, line), [seen, line]);
  const hasForm = viewsOf(cursor).length > 0;
  const change = (next: string, to: number): void => {
    setLine(to);
    text.change(next);
  };
  const askFor = (view: AskedForm['view'], at: number): void => {
    setLine(at);
    setForm(true);
    setAsked({ view });
  };
  const nameOfCompetence = useCompetenceName();
  const around = useMemo(
    () => aroundOf(course, file, draft, nameOfCompetence),
    [course, file, draft, nameOfCompetence],
  );
  const mends = useMends(problems, file);
  const adding = useAction();
  const { run: add } = adding;
  const { folder } = course;
  const onPicture = useCallback(
    async (picture: File): Promise<string | null> => {
      let path: string | null = null;
      await add(async () => {
        path = await putPicture(folder, picture);
      });
      return path;
    },
    [add, folder],
  );
  const follow = useSteady((to: GoTarget): void => {
    if ('course' in to) onOpen('course.md');
    else if (to.lesson !== undefined) {
      const row = course.texts
        .flatMap(({ files }) => files)
        .find(({ lesson }) => lesson === to.lesson);
      if (row) onOpen(row.file);
      else go(goTo(course.id, to));
    }
  });
  const textNow = useSteady(() => text.text);
  const widen = useSteady((picture: PictureInText, width: string): boolean => {
    const next = changePicture(text.text, picture, { change: 'width', width });
    if (next === undefined) return false;
    text.change(next);
    return true;
  });
  const toLine = useCallback((to: number) => setTarget({ line: to }), []);
  const openForm = useCallback((is: boolean) => {
    setForm(is);
    setAsked(null);
  }, []);
  return (
    <>
      <section className="workspace__text" aria-label={t('parts.text')}>
        <div className="workspace__bar">
          <Kept text={text} />
          <TextButtons
            isForm={isForm}
            onForm={openForm}
            hasForm={hasForm}
            isHistory={isHistory}
            onHistory={setHistory}
          />
        </div>
        <Conflict text={text} />
        {isHistory && (
          <History
            folder={course.folder}
            file={file}
            now={text.text}
            onTake={(earlier) => {
              // What is left for it must be there to come back to.
              void adding.run(async () => {
                await ask('studio.set-aside', { folder, file, text: text.text });
                text.change(earlier);
                setHistory(false);
              });
            }}
          />
        )}
        {adding.state.at === 'failed' && (
          <Failed failure={adding.state.failure} retry={adding.state.again} />
        )}
        {isForm && (
          <CursorForm
            text={text.text}
            at={cursor}
            language={language}
            asked={asked}
            onChange={change}
          />
        )}
        <Editor
          text={text.text}
          onChange={text.change}
          label={t('editor', { file })}
          language={language}
          readOnly={false}
          problems={problems}
          mends={mends}
          onCursor={setLine}
          goTo={target}
          around={around}
          onPicture={onPicture}
          onPut={askFor}
        />
        <Wrong
          problems={problems}
          onGo={(to) => setTarget({ line: to })}
          onDescribe={(at) => askFor('picture', at)}
          onMend={() => text.change(fixText(file, text.text).text)}
        />
      </section>
      <section className="workspace__page" aria-label={t('parts.page')}>
        <div className="workspace__bar">
          <PageButtons onCount={setCounts} />
        </div>
        <Preview
          course={course}
          file={file}
          draft={draft}
          language={language}
          line={line}
          onLine={toLine}
          onPictureWidth={widen}
          textNow={textNow}
          onGo={follow}
          {...counts}
        />
      </section>
    </>
  );
}

/** What one click mends: it takes no decision. */
function useMends(problems: readonly Problem[], file: string): Mend[] {
  const { t } = useTranslation('studio');
  return useMemo(
    () =>
      problems
        .filter(({ rule }) => rule === 'block-id-missing')
        .map(({ rule, line }) => ({
          rule,
          line,
          label: t('problems.mend'),
          apply: (text) => fixText(file, text).text,
        })),
    [problems, file, t],
  );
}

/** All that the check finds, a moment after each saving. */
function useCheck({ folder, problems }: StudioCourseView, isSaved: boolean): Problem[] | null {
  const [found, setFound] = useState<Problem[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other problems mean another state of the course
  useEffect(() => {
    if (!isSaved) return;
    let isAwaited = true;
    const timer = setTimeout(() => {
      void ask('studio.check', { folder }).then(
        (all) => {
          if (isAwaited) setFound(all);
        },
        () => {},
      );
    }, 800);
    return () => {
      isAwaited = false;
      clearTimeout(timer);
    };
  }, [folder, isSaved, problems]);
  return found;
}

/** What is wrong now, and what only the whole check sees, as it was when it last looked. */
function together(live: readonly Problem[], found: Problem[] | null, file: string): Problem[] {
  const keyOf = ({ rule, line }: Problem): string => `${rule} ${line}`;
  const known = new Set(live.map(keyOf));
  const rules = new Set(live.map(({ rule }) => rule));
  const more = (found ?? []).filter(
    (problem) => problem.file === file && !known.has(keyOf(problem)) && !rules.has(problem.rule),
  );
  return [...live, ...more].sort((a, b) => a.line - b.line);
}

function Wrong(props: React.ComponentProps<typeof ProblemList>) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const count = props.problems.length;
  const words =
    count === 0 ? t('problems.none') : t('problems.title', { count, number: format.number(count) });
  return (
    <details className="workspace__wrong" open={count > 0 || undefined}>
      <summary>
        <span role="status">{words}</span>
      </summary>
      {count > 0 && <ProblemList {...props} />}
    </details>
  );
}

/** Whether the words are safe. */
function Kept({ text }: { text: ReadyText }) {
  const { t } = useTranslation('studio');
  const { kept } = text;
  if (kept.at === 'failed') {
    return <Failed failure={kept.failure} retry={() => void text.flush()} />;
  }
  const words = {
    saved: t('kept.saved'),
    unsaved: t('kept.saving'),
    saving: t('kept.saving'),
    conflict: t('kept.conflict'),
  }[kept.at];
  return (
    <p className="workspace__kept" data-at={kept.at}>
      {words}
    </p>
  );
}

function Conflict({ text }: { text: ReadyText }) {
  const { t } = useTranslation('studio');
  if (text.kept.at !== 'conflict') return null;
  return (
    <Notice kind="warn" title={t('conflict.what')}>
      <p>{t('conflict.means')}</p>
      <div className="workspace__choices">
        <Button look="primary" onPress={text.keepMine}>
          {t('conflict.mine')}
        </Button>
        <Button onPress={text.takeTheirs}>{t('conflict.theirs')}</Button>
      </div>
      <details>
        <summary>{t('conflict.look')}</summary>
        <pre className="workspace__theirs" dir="auto">
          {text.kept.theirs}
        </pre>
      </details>
    </Notice>
  );
}
