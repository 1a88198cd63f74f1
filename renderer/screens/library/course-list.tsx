// The courses of the library as a table: a course a row, to be sorted by each column.
import './course-list.css';
import { ArrowDown, ArrowDownUp, ArrowUp, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CourseCard } from '../../../core/views';
import { paths } from '../../frame/paths';
import { wordsOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import { MandateMark } from '../../ui/mandate';
import { CourseDone } from './course-done';
import { type Column, columns, nextSort, type Sort, sorted } from './library-view';

interface CourseListProps {
  courses: readonly CourseCard[];
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  /** The id of the heading that names the table. */
  labelledBy: string;
}

export function CourseList({ courses, sort, onSort, labelledBy }: CourseListProps) {
  const { t, i18n } = useTranslation('library');
  const sortedBy = (): string => {
    if (sort === null) return t('list.unsorted');
    const column = t(`list.${sort.column}`);
    return sort.down ? t('list.sortedDown', { column }) : t('list.sortedUp', { column });
  };
  return (
    <div className="course-list">
      <p className="for-ears" role="status">
        {sortedBy()}
      </p>
      <table className="course-list__table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={sortOf(sort, column)}>
                <Button
                  className="course-list__sort"
                  onPress={() => onSort(nextSort(sort, column))}
                >
                  {t(`list.${column}`)}
                  <span className="for-ears"> {t('list.sort')}</span>
                  <Icon of={sortIcon(sort, column)} size="small" />
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(courses, sort, i18n.language).map((course) => (
            <CourseRow key={course.id} course={course} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CourseRow({ course }: { course: CourseCard }) {
  const { t } = useTranslation('library');
  const words = useTranslation('course');
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        <span {...wordsOf(course.language.language)}>
          <Link href={paths.course(course.id)}>{course.title}</Link>
        </span>
        {course.mandatory && (
          <span className="course-list__mandate">
            <MandateMark mandate={course.mandatory} />
          </span>
        )}
        {course.errors > 0 && (
          <span className="course-list__errors">
            <Icon of={TriangleAlert} size="small" />
            {t('problems', { count: course.errors, problems: format.number(course.errors) })}
          </span>
        )}
      </th>
      <td>{words.t(`level.${course.level}`)}</td>
      <td className="course-list__time">
        {t('minutes', { count: course.minutes, minutes: format.number(course.minutes) })}
      </td>
      <td className="course-list__done">
        <CourseDone course={course} />
      </td>
      <td>{format.list(course.languages.map(format.language))}</td>
    </tr>
  );
}

const sortOf = (sort: Sort | null, column: Column): 'ascending' | 'descending' | 'none' => {
  if (sort?.column !== column) return 'none';
  return sort.down ? 'descending' : 'ascending';
};

const sortIcon = (sort: Sort | null, column: Column) => {
  if (sort?.column !== column) return ArrowDownUp;
  return sort.down ? ArrowDown : ArrowUp;
};
