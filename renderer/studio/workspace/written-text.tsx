// The text that is open, in the editor or as a form, and beside it the page that it makes.
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { changePicture, type PictureInText } from '../../../core/studio/picture/pictures';
import type { StudioCourseView } from '../../../core/studio/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { goTo } from '../../frame/paths';
import type { GoTarget } from '../../prose/prose';
import { useCompetenceName } from '../../text/use-competence-name';
import { useFormat } from '../../text/use-format';
import { Failed } from '../../ui/failed';
import type { Mend } from '../editor/diagnostics';
import { Editor } from '../editor/editor';
import { type AskedForm, CursorForm } from '../form/cursor-form';
import { languageFolderOf } from '../preview/draft-lesson';
import { Preview } from '../preview/preview';
import { aroundOf } from './around';
import { History } from './history';
import { PageButtons, type PageCounts, TextButtons } from './pane-bars';
import { putPicture } from './picture-in';
import { ProblemList } from './problem-list';
import { Conflict, Kept } from './text-state';
import { useCursor } from './use-cursor';
import { useDraftText } from './use-draft-text';
import { useMends, useProblems } from './use-problems';
import { useSteady } from './use-steady';
import type { ReadyText } from './use-text';

interface WrittenTextProps {
  course: StudioCourseView;
  file: string;
  begin: number | null;
  text: ReadyText;
  onOpen: (file: string) => void;
}

export function WrittenText({ course, file, begin, text, onOpen }: WrittenTextProps) {
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
  const problems = useProblems(course, file, draft.problems, text.kept.at === 'saved');
  const language =
    course.texts.find(({ folder }) => folder === languageFolderOf(file))?.language ?? 'en';
  const cursor = useCursor(text.text, line, isForm);
  const change = (next: string, to: number): void => {
    setLine(to);
    text.change(next);
  };
  const askFor = useCallback((view: AskedForm['view'], at: number): void => {
    setLine(at);
    setForm(true);
    setAsked({ view });
  }, []);
  const describe = useCallback((at: number) => askFor('picture', at), [askFor]);
  const mendOne = useSteady((mend: Mend) => text.change(mend.apply(text.textNow())));
  const nameOfCompetence = useCompetenceName();
  const around = useSteady(() => aroundOf(course, file, draft, nameOfCompetence));
  const mends = useMends(problems, file, text.textNow);
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
  const { textNow } = text;
  const widen = useSteady((picture: PictureInText, width: string): boolean => {
    const next = changePicture(textNow(), picture, { change: 'width', width });
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
          <Kept kept={text.kept} flush={text.flush} />
          <TextButtons
            isForm={isForm}
            onForm={openForm}
            isHistory={isHistory}
            onHistory={setHistory}
          />
        </div>
        <Conflict kept={text.kept} keepMine={text.keepMine} takeTheirs={text.takeTheirs} />
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
        {cursor && (
          <CursorForm
            textNow={textNow}
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
          onGo={toLine}
          mends={mends}
          onDescribe={describe}
          onMend={mendOne}
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

/** A keystroke that changes no problem changes nothing here. */
const Wrong = memo(function Wrong(props: React.ComponentProps<typeof ProblemList>) {
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
});
