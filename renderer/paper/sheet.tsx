// A work sheet or an answer sheet: what the course is about, then its questions lesson by lesson.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperLesson, SheetPage } from '../../core/paper/sheet-page';
import { noGlossary, ProseContext, type ProseScope, TermContext } from '../prose/prose-context';
import { wordsOf } from '../text/languages';
import { useFormat } from '../text/use-format';
import { Line } from './parts';
import { Task } from './task';

export function Sheet({ page }: { page: SheetPage }) {
  const { t } = useTranslation('paper');
  const { format, course, lessons, language } = page;
  const isWork = format === 'worksheet';
  const own = wordsOf(language);
  return (
    <main className="paper" data-format={format}>
      <header className="paper__head">
        <p className="paper__what">{isWork ? t('workSheet') : t('answerSheet')}</p>
        <h1 {...own}>{course.title}</h1>
        <p {...own}>{course.summary}</p>
        <p className="paper__version">{t('version', { version: course.version })}</p>
        {isWork && (
          <div className="paper__who">
            <p>
              {t('name')} <Line />
            </p>
            <p>
              {t('date')} <Line isShort />
            </p>
          </div>
        )}
      </header>
      {lessons.length === 0 && <p>{t('nothing')}</p>}
      {lessons.map((lesson, at) => (
        <Lesson key={at} lesson={lesson} at={at} page={page} />
      ))}
    </main>
  );
}

interface LessonProps {
  lesson: PaperLesson;
  at: number;
  page: SheetPage;
}

function Lesson({ lesson, at, page }: LessonProps) {
  const { t } = useTranslation('paper');
  const format = useFormat();
  const { title, language, objectives, tasks, links } = lesson;
  const scope = useMemo<ProseScope>(
    () => ({
      course: page.course.id,
      links,
      organisation: page.organisation,
      onGo: () => undefined,
      glossary: noGlossary,
      language,
      notes: `note-${at}`,
      renderItem: () => null,
      renderGroup: (_id, children) => children,
      itemLevels: new Map(),
    }),
    [page, links, language, at],
  );
  const own = wordsOf(language);
  return (
    <section className="paper__lesson">
      <h2 {...own}>
        {format.number(at + 1)}. {title}
      </h2>
      {objectives.length > 0 && page.format === 'worksheet' && (
        <div className="paper__objectives">
          <p>{t('objectives')}</p>
          <ul {...own}>
            {objectives.map((objective, place) => (
              <li key={place}>{objective}</li>
            ))}
          </ul>
        </div>
      )}
      <ProseContext value={scope}>
        <TermContext value={(_, words) => words}>
          {tasks.map((task, place) => (
            <Task key={place} task={task} />
          ))}
        </TermContext>
      </ProseContext>
    </section>
  );
}
