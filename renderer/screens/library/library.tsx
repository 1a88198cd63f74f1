// The library: paths to follow, and all courses, to be searched and sifted.
import './library.css';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseCard, PathCard } from '../../../core/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { AddCourse } from '../pack/add-course';
import { CourseList } from './course-list';
import { CourseTile } from './course-tile';
import { Filters } from './filters';
import { InLessons } from './in-lessons';
import { anything, fitting, isAnything, type Sort, topicsOf, type Wanted } from './library-view';
import { PathTile } from './path-tile';
import { ViewSwitch } from './view-switch';

interface Sought {
  wanted: Wanted;
  sort: Sort | null;
}

/** Kept while the app runs: who comes back from a course finds what they had found; nobody else does. */
let last: (Sought & { learner: string }) | null = null;

export function LibraryScreen({ searching }: { searching: boolean }) {
  const { t } = useTranslation('library');
  const { learner, language } = useSession();
  const query = useQuery('library.read', { learner: learner.id, language });
  return (
    <Shown query={query}>
      {({ courses, paths, unreadableFolders }) => (
        <Screen
          ownPlace={searching}
          title={t('title')}
          heading={<h1 tabIndex={-1}>{t('title')}</h1>}
        >
          <AddCourse />
          {unreadableFolders.map((folder) => (
            <Notice key={folder} kind="warn" title={t('unreadable.what')}>
              <p>{t('unreadable.do', { folder })}</p>
            </Notice>
          ))}
          {paths.length > 0 && <Paths paths={paths} />}
          {courses.length === 0 ? <Empty /> : <Courses courses={courses} searching={searching} />}
        </Screen>
      )}
    </Shown>
  );
}

/** So many are shown at once: the courses should not be far. */
const few = 3;

function Paths({ paths }: { paths: readonly PathCard[] }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  const all = [...paths].sort((one, other) => Number(other.chosen) - Number(one.chosen));
  const more = paths.length - few;
  return (
    <section className="library__part" aria-labelledby="all-paths">
      <h2 id="all-paths">{t('paths')}</h2>
      <p className="screen__lead">{t('pathsAre')}</p>
      <ul className="library__cards">
        {(isAll ? all : all.slice(0, few)).map((path) => (
          <li key={path.id}>
            <PathTile path={path} />
          </li>
        ))}
      </ul>
      {!isAll && more > 0 && (
        <div>
          <Button look="quiet" onPress={() => setAll(true)}>
            {t('morePaths', { count: more, paths: format.number(more) })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface CoursesProps {
  courses: readonly CourseCard[];
  searching: boolean;
}

function Courses({ courses, searching }: CoursesProps) {
  const { t, i18n } = useTranslation('library');
  const format = useFormat();
  const { learner, change } = useSession();
  const { state, run } = useAction();
  const [{ wanted, sort }, setSought] = useState<Sought>(
    last?.learner === learner.id ? last : { wanted: anything, sort: null },
  );
  const seek = (next: Sought): void => {
    last = { learner: learner.id, ...next };
    setSought(next);
  };
  const want = (next: Wanted): void => seek({ wanted: next, sort });
  const shown = learner.settings.library;
  /** Topics are words of the authors: what has no name of ours is shown as they wrote it. */
  const topicName = (topic: string): string =>
    i18n.exists(`library:topic.${topic}`) ? t(`topic.${topic}`) : topic.replaceAll('-', ' ');
  const found = fitting(courses, wanted, topicName);
  const words = wanted.words.trim();
  /** What no title says may stand in the lessons of these. */
  const open = fitting(courses, { ...wanted, words: '' }, topicName);
  const counts = { count: found.length, courses: format.number(found.length) };
  return (
    <>
      <section className="library__part" aria-labelledby="all-courses">
        <h2 id="all-courses">{t('courses')}</h2>
        <Filters
          wanted={wanted}
          onWant={want}
          topics={topicsOf(courses)}
          topicName={topicName}
          searching={searching}
        />
        <div className="library__found">
          <p role="status">{isAnything(wanted) ? t('all', counts) : t('found', counts)}</p>
          {!isAnything(wanted) && (
            <Button look="quiet" onPress={() => want(anything)}>
              {t('showAll')}
            </Button>
          )}
          <ViewSwitch
            shown={shown}
            onShow={(library) => void run(() => change({ settings: { library } }))}
          />
        </div>
        {state.at === 'failed' && <Failed failure={state.failure} retry={state.again} />}
        {found.length > 0 &&
          (shown === 'list' ? (
            <CourseList
              courses={found}
              sort={sort}
              onSort={(next) => seek({ wanted, sort: next })}
              labelledBy="all-courses"
            />
          ) : (
            <ul className="library__cards">
              {found.map((course) => (
                <li key={course.id}>
                  <CourseTile course={course} />
                </li>
              ))}
            </ul>
          ))}
        {open.length === 0 && (
          <Notice title={t('nothing.what')}>
            <p>{t('nothing.do')}</p>
          </Notice>
        )}
      </section>
      {open.length > 0 && <InLessons words={words} courses={open} />}
    </>
  );
}

/** The library holds nothing: where courses go. */
function Empty() {
  const { t } = useTranslation('library');
  const { state, run } = useAction();
  return (
    <Notice title={t('empty.what')}>
      <p>{t('empty.do')}</p>
      <Button onPress={() => void run(() => ask('folder.show', { folder: 'courses' }))}>
        <Icon of={FolderOpen} />
        {t('empty.open')}
      </Button>
      {state.at === 'failed' && <Failed failure={state.failure} />}
    </Notice>
  );
}
