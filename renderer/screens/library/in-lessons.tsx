// Below the courses: the places in their lessons where the words stand, as they are typed.
import './in-lessons.css';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Piece } from '../../../core/search/excerpt';
import type { CourseCard, SearchedCourse, SearchHit, SearchView } from '../../../core/views';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { useSession } from '../../frame/session';
import { base, wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Failed } from '../../ui/failed';
import { Notice } from '../../ui/notice';
import { addressOf, countOf, within } from './search-view';
import { useSettled } from './use-settled';

const settleMilliseconds = 120;

interface InLessonsProps {
  /** As they are typed; empty for none. */
  words: string;
  /** Those that the filters let through. */
  courses: readonly CourseCard[];
}

export function InLessons({ words, courses }: InLessonsProps) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const { learner, language } = useSession();
  const settled = useSettled(words, settleMilliseconds);
  const query = useQuery('library.search', { learner: learner.id, language, words: settled });
  // What was found stays until the next answer is there: nothing flickers while one types.
  const [last, setLast] = useState<SearchView | null>(null);
  if (query.state === 'ready' && query.value !== last) setLast(query.value);
  const isSearching = words !== '';
  const found = isSearching && last ? within(last, new Set(courses.map(({ id }) => id))) : null;
  const isBusy = settled !== words || query.state === 'loading';
  const count = found ? countOf(found.all) : 0;
  const somewhere = found ? countOf(found.some) : 0;
  const isNothing = found !== null && count + somewhere === 0 && !isBusy && !found.isIndexing;
  return (
    // Without a heading, and so without a name, it is nothing: only what is announced has to be there.
    <section
      className="library__part"
      aria-labelledby={isSearching ? 'in-lessons' : undefined}
      aria-busy={isBusy}
    >
      {isSearching && <h2 id="in-lessons">{t('title')}</h2>}
      <div className="in-lessons__status" role="status">
        {count > 0 && <p>{t('found', { count, places: format.number(count) })}</p>}
        {count === 0 && somewhere > 0 && (
          <p>{t('foundSome', { count: somewhere, places: format.number(somewhere) })}</p>
        )}
        {isNothing && <p>{t('none.what')}</p>}
        {found?.isIndexing && <p>{t('indexing')}</p>}
      </div>
      {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
      {isNothing && <Nothing courses={courses} />}
      {found && <Hits courses={found.all} />}
      {count > 0 && somewhere > 0 && <p className="in-lessons__more">{t('some')}</p>}
      {found && <Hits courses={found.some} />}
    </section>
  );
}

function Hits({ courses }: { courses: readonly SearchedCourse[] }) {
  const id = useId();
  return courses.map(({ id: course, title, language, hits }) => (
    <section key={course} className="hits" aria-labelledby={`${id}-${course}`}>
      <h3 id={`${id}-${course}`} className="hits__course" {...wordsOf(language)}>
        <Link href={paths.course(course)}>{title}</Link>
      </h3>
      <ul className="hits__list">
        {hits.map((hit) => (
          <li key={addressOf(course, hit)}>
            <Hit course={course} hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Hit({ course, hit }: { course: string; hit: SearchHit }) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const { language } = useSession();
  const { lesson, heading, excerpt, place } = hit;
  const words = wordsOf(hit.language);
  const kind = place.at === 'term' ? t('term') : place.at === 'block' ? t('block') : null;
  const isForeign = base(hit.language) !== base(language);
  return (
    <article className="hit">
      <Link className="hit__link" href={addressOf(course, hit)}>
        {lesson && (
          <span className="hit__lesson" {...words}>
            <Pieces of={lesson.title} />
          </span>
        )}
        {heading.length > 0 && (
          <span className="hit__heading" {...words}>
            <Pieces of={heading} />
          </span>
        )}
        {kind !== null && <span className="hit__kind">{kind}</span>}
      </Link>
      {excerpt.length > 0 && (
        <p className="hit__words" {...words}>
          <Pieces of={excerpt} />
        </p>
      )}
      {isForeign && (
        <p className="hit__language">
          {t('language', { language: format.language(hit.language) })}
        </p>
      )}
    </article>
  );
}

const Pieces = ({ of }: { of: readonly Piece[] }) =>
  of.map(({ text, marked }, at) =>
    marked ? (
      <mark key={at} className="hit__mark">
        {text}
      </mark>
    ) : (
      text
    ),
  );

/** What may help: fewer words, or another of the languages there are. */
function Nothing({ courses }: { courses: readonly CourseCard[] }) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const languages = [...new Set(courses.flatMap((course) => course.languages))];
  return (
    <Notice>
      <p>{t('none.fewer')}</p>
      {languages.length > 1 && (
        <p>{t('none.language', { languages: format.list(languages.map(format.language)) })}</p>
      )}
    </Notice>
  );
}
