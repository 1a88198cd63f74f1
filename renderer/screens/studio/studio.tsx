// The Studio: the courses one writes, and the beginning of another.
import '../../ui/page.css';
import './studio.css';
import { CircleAlert, CircleCheck, FolderOpen, Plus, TriangleAlert } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { StudioCourseRow } from '../../../core/studio/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { directionOf } from '../../text/languages';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Pick } from '../../ui/pick';
import { BringInFolder } from './bring-in-folder';
import { NewCourse } from './new-course';

export function StudioScreen() {
  const { t } = useTranslation('studio');
  const query = useQuery('studio.courses', {});
  const [isNew, setNew] = useState(false);
  return (
    <Shown query={query}>
      {(courses) => (
        <Screen
          title={t('title')}
          heading={
            <>
              <h1 tabIndex={-1}>{t('title')}</h1>
              <p className="screen__lead">{t('lead')}</p>
            </>
          }
        >
          {isNew ? (
            <NewCourse onCancel={() => setNew(false)} />
          ) : (
            <div className="page-buttons">
              <Button look="primary" onPress={() => setNew(true)}>
                <Icon of={Plus} size="small" />
                {t('new.open')}
              </Button>
              <Button
                look="quiet"
                onPress={() => void ask('folder.show', { folder: 'courses' }).catch(() => {})}
              >
                <Icon of={FolderOpen} size="small" />
                {t('folder')}
              </Button>
            </div>
          )}
          <section className="page-part" aria-labelledby="my-courses">
            <h2 id="my-courses">{t('mine')}</h2>
            {courses.length === 0 ? (
              <p className="screen__lead">{t('none')}</p>
            ) : (
              <ul className="tiles">
                {courses.map((course) => (
                  <li key={course.folder}>
                    <CourseRow course={course} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <Adapt mine={courses} />
          <BringInFolder />
        </Screen>
      )}
    </Shown>
  );
}

function CourseRow({ course }: { course: StudioCourseRow }) {
  const { t } = useTranslation('studio');
  const format = useFormat();
  const { errors, warnings, languages } = course;
  const [own = 'en'] = languages;
  const facts = [
    t('row.lessons', { count: course.lessons, number: format.number(course.lessons) }),
    t('row.questions', { count: course.items, number: format.number(course.items) }),
    format.list(languages.map(format.language)),
  ];
  return (
    <Link href={paths.studio(course.folder)} className="tile">
      <span className="studio__name" lang={own} dir={directionOf(own)}>
        {course.title}
      </span>
      <span className="studio__facts">
        {facts.map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && ' · '}
            <span>{fact}</span>
          </Fragment>
        ))}
      </span>
      <span className="studio__facts">
        {t('row.changed', { at: format.dateTime(course.changedAt) })}
      </span>
      {!course.shown && (
        <span className="studio__state" data-severity="warning">
          <Icon of={TriangleAlert} size="small" />
          {t('row.other')}
        </span>
      )}
      {errors > 0 ? (
        <span className="studio__state" data-severity="error">
          <Icon of={CircleAlert} size="small" />
          {t('row.errors', { count: errors, number: format.number(errors) })}
        </span>
      ) : warnings > 0 ? (
        <span className="studio__state" data-severity="warning">
          <Icon of={TriangleAlert} size="small" />
          {t('row.warnings', { count: warnings, number: format.number(warnings) })}
        </span>
      ) : (
        <span className="studio__state" data-severity="none">
          <Icon of={CircleCheck} size="small" />
          {t('row.right')}
        </span>
      )}
    </Link>
  );
}

/** A shipped course is changed in a copy, which then takes its place. */
function Adapt({ mine }: { mine: readonly StudioCourseRow[] }) {
  const { t } = useTranslation('studio');
  const { learner, language } = useSession();
  const query = useQuery('library.read', { learner: learner.id, language });
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<number | null>(null);
  const copying = useAction();
  if (query.state !== 'ready') return null;
  const own = new Set(mine.map(({ id }) => id));
  const others = query.value.courses.filter(({ id }) => !own.has(id));
  if (others.length === 0) return null;
  const course = chosen === null ? undefined : others[chosen];
  return (
    <section className="page-part" aria-labelledby="adapt">
      <h2 id="adapt">{t('adapt.title')}</h2>
      <p className="screen__lead">{t('adapt.lead')}</p>
      <div className="page-buttons">
        <Pick
          label={t('adapt.course')}
          missingId={null}
          placeholder={t('adapt.choose')}
          options={others.map(({ title }) => ({
            text: title,
            words: <span dir="auto">{title}</span>,
            note: null,
          }))}
          chosen={chosen}
          onPick={setChosen}
        />
        <Button
          isDisabled={!course || copying.state.at === 'working'}
          onPress={() => {
            if (!course) return;
            void copying.run(async () => {
              const { folder } = await ask('studio.copy', { course: course.id });
              go(paths.studio(folder));
            });
          }}
        >
          {t('adapt.copy')}
        </Button>
      </div>
      {copying.state.at === 'failed' && (
        <Failed failure={copying.state.failure} retry={copying.state.again} />
      )}
    </section>
  );
}
