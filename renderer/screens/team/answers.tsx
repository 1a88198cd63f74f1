// What answers say, of everybody together: about messages that are after something, and about questions.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionsView, TeamFigures } from '../../../core/team/views';
import { useQuery } from '../../client/use-query';
import { useSession } from '../../frame/session';
import { Scroller } from '../../prose/scroller';
import { useFormat } from '../../text/use-format';
import { Failed } from '../../ui/failed';
import { Filter } from '../../ui/filter';
import { SaveTable } from './save-table';

export function Phishing() {
  const { t } = useTranslation('team');
  const format = useFormat();
  const { language } = useSession();
  const query = useQuery('team.phishing', { language });
  const percent = (share: number | null): string =>
    share === null ? t('tooFew') : format.percent(share);
  return (
    <div className="page-part">
      <h2>{t('phishing.title')}</h2>
      <p className="screen__lead">{t('phishing.lead')}</p>
      {query.state === 'failed' && <Failed failure={query.failure} retry={query.retry} />}
      {query.state === 'ready' && query.value.rows.length === 0 && <p>{t('phishing.none')}</p>}
      {query.state === 'ready' && query.value.rows.length > 0 && (
        <>
          <Scroller className="figures-around" name={t('phishing.title')}>
            <table className="figures" aria-label={t('phishing.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('course')}</th>
                  <th scope="col">{t('phishing.people')}</th>
                  <th scope="col">{t('phishing.reported')}</th>
                  <th scope="col">{t('phishing.alarms')}</th>
                </tr>
              </thead>
              <tbody>
                {query.value.rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <bdi>{row.title}</bdi>
                    </th>
                    <td>{format.number(row.people)}</td>
                    <td>{percent(row.reportingRate)}</td>
                    <td>{percent(row.falseAlarms)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
          <SaveTable
            of={t('phishing.title')}
            file={t('phishing.file')}
            rows={() => [
              [t('course'), t('phishing.people'), t('phishing.reported'), t('phishing.alarms')],
              ...query.value.rows.map((row) => [
                ...[row.title, row.people, row.reportingRate, row.falseAlarms],
              ]),
            ]}
          />
        </>
      )}
    </div>
  );
}

export function Questions({ view }: { view: TeamFigures }) {
  const { t } = useTranslation('team');
  const [course, setCourse] = useState<string | null>(null);
  return (
    <div className="page-part">
      <h2>{t('questions.title')}</h2>
      <p className="screen__lead">{t('questions.lead')}</p>
      <div className="filters">
        <Filter
          label={t('course')}
          none={t('choose')}
          isNeeded
          values={view.courses.map(({ id }) => id)}
          nameOf={(id) => view.courses.find((each) => each.id === id)?.title ?? id}
          value={course}
          onChange={setCourse}
        />
      </div>
      {course !== null && <OfCourse course={course} />}
    </div>
  );
}

function OfCourse({ course }: { course: string }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const query = useQuery('team.questions', { course });
  if (query.state === 'failed') return <Failed failure={query.failure} retry={query.retry} />;
  if (query.state === 'loading') return null;
  const { items, people, leftOut } = query.value;
  const others = leftOut > 0 && t('questions.leftOut', { answers: format.number(leftOut) });
  if (items.length === 0) {
    return (
      <p role="status">
        {t('questions.none')} {others}
      </p>
    );
  }
  return (
    <>
      <p role="status">
        {t('questions.of', { people: format.number(people) })} {others}
      </p>
      <QuestionTable items={items} />
      <SaveTable
        of={t('questions.title')}
        file={t('questions.file')}
        rows={() => [
          [
            t('questions.question'),
            t('questions.people'),
            t('questions.right'),
            t('questions.apart'),
          ],
          ...items.map((row) => [row.question, row.people, row.rightAtFirst, row.discrimination]),
        ]}
      />
    </>
  );
}

function QuestionTable({ items }: Pick<QuestionsView, 'items'>) {
  const { t } = useTranslation('team');
  const format = useFormat();
  return (
    <Scroller className="figures-around" name={t('questions.title')}>
      <table className="figures" aria-label={t('questions.title')}>
        <thead>
          <tr>
            <th scope="col">{t('questions.question')}</th>
            <th scope="col">{t('questions.people')}</th>
            <th scope="col">{t('questions.right')}</th>
            <th scope="col">{t('questions.apart')}</th>
            <th scope="col">{t('questions.tempting')}</th>
            <th scope="col">{t('questions.hints')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={`${row.lesson}/${row.item}`}>
              <th scope="row">
                <bdi>{row.question}</bdi>
                <bdi className="team__small">{row.lessonTitle}</bdi>
                {row.isOlder && <span className="team__small">{t('questions.older')}</span>}
                {row.leftOut > 0 && (
                  <span className="team__small">
                    {t('questions.leftOutOf', { answers: format.number(row.leftOut) })}
                  </span>
                )}
              </th>
              <td>{format.number(row.people)}</td>
              <td>{format.percent(row.rightAtFirst)}</td>
              <td>{row.discrimination === null ? '–' : format.number(row.discrimination)}</td>
              <td>
                {row.tempting === null
                  ? '–'
                  : t('questions.temptingBy', {
                      words: row.temptingWords ?? t('questions.another'),
                      people: format.number(row.tempting.people),
                    })}
              </td>
              <td>{format.number(row.hints)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
