// How good a course is: what to mend, how it reads, how it asks, and what learners' results say.
import '../../ui/page.css';
import './quality.css';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { QualityView, ResultsView } from '../../../core/studio/views';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { Scroller } from '../../prose/scroller';
import { useCompetenceName } from '../../text/use-competence-name';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { ProblemList } from '../workspace/problem-list';

export function Quality({ folder }: { folder: string }) {
  const { t } = useTranslation('quality');
  const query = useQuery('studio.quality', { folder });
  return (
    <Shown query={query}>
      {(view) => (
        <Screen
          title={t('title')}
          heading={
            <>
              <p>
                <Link href={paths.studio(folder)} className="page-back" dir="auto">
                  <Icon of={ChevronLeft} directed size="small" />
                  {view.title}
                </Link>
              </p>
              <h1 tabIndex={-1}>{t('title')}</h1>
              <p className="screen__lead">{t('lead')}</p>
            </>
          }
        >
          <Wrong view={view} folder={folder} />
          <Lessons view={view} folder={folder} />
          <Balance view={view} />
          <Results folder={folder} />
        </Screen>
      )}
    </Shown>
  );
}

function Wrong({ view, folder }: { view: QualityView; folder: string }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const [, go] = useLocation();
  const { problems } = view;
  const files = [...new Set(problems.map(({ file }) => file))];
  return (
    <section className="page-part" aria-labelledby="quality-wrong">
      <h2 id="quality-wrong">
        {problems.length === 0
          ? t('wrong.none')
          : t('wrong.title', { count: problems.length, number: format.number(problems.length) })}
      </h2>
      {files.map((file) => (
        <section key={file} className="quality__file" aria-label={file}>
          <h3>
            <code dir="ltr">{file}</code>
          </h3>
          <ProblemList
            problems={problems.filter((problem) => problem.file === file)}
            onGo={(line) => go(paths.studio(folder, file, line))}
          />
        </section>
      ))}
    </section>
  );
}

/** Beyond this a text is hard for many; the check warns from there on. */
const hardGrade = 8;

function Lessons({ view, folder }: { view: QualityView; folder: string }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <div className="page-part">
      <h2>{t('lessons.title')}</h2>
      <p className="screen__lead">{t('lessons.lead')}</p>
      <Scroller className="figures-around" name={t('lessons.title')}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('lessons.lesson')}</th>
              <th scope="col">{t('lessons.minutes')}</th>
              <th scope="col">{t('lessons.estimate')}</th>
              <th scope="col">{t('lessons.average')}</th>
              <th scope="col">{t('lessons.grade')}</th>
              <th scope="col">{t('lessons.objectives')}</th>
              <th scope="col">{t('lessons.items')}</th>
            </tr>
          </thead>
          <tbody>
            {view.lessons.map((lesson) => (
              <tr key={lesson.file}>
                <th scope="row">
                  <Link href={paths.studio(folder, lesson.file)} dir="auto">
                    {lesson.title}
                  </Link>
                </th>
                <td>{format.number(lesson.minutes)}</td>
                <td>{format.number(Math.round(lesson.estimate))}</td>
                <td>{lesson.average === null ? '–' : format.number(rounded(lesson.average))}</td>
                <td data-high={(lesson.grade ?? 0) > hardGrade || undefined}>
                  {lesson.grade === null ? '–' : format.number(rounded(lesson.grade))}
                </td>
                <td>{format.number(lesson.objectives)}</td>
                <td>{format.number(lesson.items)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function Balance({ view }: { view: QualityView }) {
  const { t } = useTranslation(['quality', 'studio-editor']);
  const format = useFormat();
  const competence = useCompetenceName();
  const { choices, kinds, competences } = view;
  const places = choices.places.map((count, at) =>
    t('balance.place', { place: format.number(at + 1), number: format.number(count) }),
  );
  return (
    <section className="page-part" aria-labelledby="quality-balance">
      <h2 id="quality-balance">{t('balance.title')}</h2>
      <dl className="quality__facts">
        <dt>{t('balance.kinds')}</dt>
        <dd>
          {kinds.length === 0
            ? t('balance.nothing')
            : format.list(
                kinds.map(({ name, count }) =>
                  t('balance.kind', {
                    kind: t(`studio-editor:kind.${name}`),
                    number: format.number(count),
                  }),
                ),
              )}
        </dd>
        {choices.questions > 0 && (
          <>
            <dt>{t('balance.longest')}</dt>
            <dd>
              {t('balance.longestOf', {
                count: choices.questions,
                questions: format.number(choices.questions),
                longest: format.number(choices.longest),
                expected: format.number(Math.round(choices.expected)),
              })}
            </dd>
            <dt>{t('balance.places')}</dt>
            <dd>{format.list(places)}</dd>
          </>
        )}
        <dt>{t('balance.competences')}</dt>
        <dd>
          {competences.length === 0
            ? t('balance.nothing')
            : format.list(
                competences.map(({ name, count }) =>
                  `${name} ${competence(name)} (${format.number(count)})`.replace('  ', ' '),
                ),
              )}
        </dd>
      </dl>
    </section>
  );
}

function Results({ folder }: { folder: string }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const reading = useAction();
  const [results, setResults] = useState<ResultsView | null>(null);
  const choose = (): void => {
    void reading.run(async () => {
      const opened = await ask('results.open', {});
      if (opened) setResults(await ask('studio.results', { folder, texts: opened.texts }));
    });
  };
  return (
    <div className="page-part">
      <h2>{t('results.title')}</h2>
      <p className="screen__lead">{t('results.lead')}</p>
      <div>
        <Button onPress={choose} isDisabled={reading.state.at === 'working'}>
          {t('results.choose')}
        </Button>
      </div>
      {reading.state.at === 'failed' && (
        <Failed failure={reading.state.failure} retry={reading.state.again} />
      )}
      {results && (
        <>
          <p role="status">
            {t('results.people', { count: results.people, people: format.number(results.people) })}{' '}
            {results.tooFew > 0 &&
              t('results.tooFew', {
                count: results.tooFew,
                questions: format.number(results.tooFew),
              })}{' '}
            {results.leftOut > 0 &&
              t('results.leftOut', {
                count: results.leftOut,
                answers: format.number(results.leftOut),
              })}{' '}
            {results.unreadable > 0 &&
              t('results.unreadable', {
                count: results.unreadable,
                files: format.number(results.unreadable),
              })}
          </p>
          {results.items.length > 0 && <ResultTable folder={folder} results={results} />}
        </>
      )}
    </div>
  );
}

/** Below, a question hardly tells who knows the matter and who does not. */
const weakDiscrimination = 0.1;

function ResultTable({ folder, results }: { folder: string; results: ResultsView }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <Scroller className="figures-around" name={t('results.title')}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('results.question')}</th>
            <th scope="col">{t('results.answered')}</th>
            <th scope="col">{t('results.right')}</th>
            <th scope="col">{t('results.discrimination')}</th>
            <th scope="col">{t('results.tempting')}</th>
            <th scope="col">{t('results.hints')}</th>
          </tr>
        </thead>
        <tbody>
          {results.items.map((row) => (
            <tr key={`${row.lesson}/${row.item}`}>
              <th scope="row">
                {row.file === null ? (
                  <span dir="auto">{row.question}</span>
                ) : (
                  <Link href={paths.studio(folder, row.file, row.line)} dir="auto">
                    {row.question}
                  </Link>
                )}
                <span className="quality__lesson" dir="auto">
                  {row.lessonTitle}
                </span>
                {row.isOlder && <span className="quality__lesson">{t('results.older')}</span>}
                {row.leftOut > 0 && (
                  <span className="quality__lesson">
                    {t('results.leftOutOf', {
                      count: row.leftOut,
                      answers: format.number(row.leftOut),
                    })}
                  </span>
                )}
              </th>
              <td>{format.number(row.people)}</td>
              <td>{format.percent(row.rightAtFirst)}</td>
              <td
                data-high={
                  (row.discrimination !== null && row.discrimination < weakDiscrimination) ||
                  undefined
                }
              >
                {row.discrimination === null ? '–' : format.number(rounded(row.discrimination))}
              </td>
              <td>
                {row.tempting === null
                  ? '–'
                  : t('results.temptingBy', {
                      count: row.tempting.people,
                      people: format.number(row.tempting.people),
                      words: row.tempting.words ?? t('results.another'),
                    })}
              </td>
              <td>{format.number(rounded(row.hints))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
