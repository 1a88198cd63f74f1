// The team view of a training office: first the answer, then the picture, then the table.
import '../../ui/page.css';
import '../settings/settings.css';
import './team.css';
import { Database } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamFigures } from '../../../core/team/views';
import { useKept } from '../../client/use-kept';
import { useQuery } from '../../client/use-query';
import { paths } from '../../frame/paths';
import { Screen, Shown } from '../../frame/screen';
import { useSession } from '../../frame/session';
import { useFormat } from '../../text/use-format';
import { LinkButton } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Filter } from '../../ui/filter';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Phishing, Questions } from './answers';
import { ByCourse, ByUnit, Competences, useBlockName } from './coverage';
import { Mandatory } from './mandatory';
import { OverTime } from './over-time';

interface Chosen {
  block: number | null;
  course: string | null;
  year: number | null;
}

export function TeamScreen() {
  const { t } = useTranslation('team');
  const { language } = useSession();
  const [chosen, setChosen] = useState<Chosen>({ block: null, course: null, year: null });
  const query = useKept(useQuery('team.read', { ...chosen, language }));
  if (query.state === 'failed' && query.failure.kind === 'team-damaged') {
    return (
      <Screen title={t('title')} heading={<h1 tabIndex={-1}>{t('title')}</h1>}>
        <Failed failure={query.failure} />
        <div>
          <LinkButton href={paths.teamSources()}>
            <Icon of={Database} />
            {t('toSources')}
          </LinkButton>
        </div>
      </Screen>
    );
  }
  return (
    <Shown query={query}>
      {(view) => (
        <Screen
          title={t('title')}
          heading={
            <>
              <h1 tabIndex={-1}>{t('title')}</h1>
              <p className="screen__lead">{t('lead')}</p>
              <div className="page-buttons">
                <LinkButton
                  href={paths.teamSources()}
                  look={view.isEmpty ? 'primary' : 'secondary'}
                >
                  <Icon of={Database} />
                  {t('toSources')}
                </LinkButton>
              </div>
            </>
          }
        >
          {view.isEmpty ? (
            <Notice title={t('empty.title')}>
              <p>{t('empty.words')}</p>
            </Notice>
          ) : (
            <Figures view={view} chosen={chosen} onChoose={setChosen} />
          )}
        </Screen>
      )}
    </Shown>
  );
}

interface FiguresProps {
  view: TeamFigures;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

function Figures({ view, chosen, onChoose }: FiguresProps) {
  const { t } = useTranslation('team');
  const isOneCourse = chosen.course !== null;
  const counted = isOneCourse ? t('finished') : t('coursesFinished');
  return (
    <>
      <Headline view={view} chosen={chosen} />
      <Filters view={view} chosen={chosen} onChoose={onChoose} />
      <Mandatory view={view} block={chosen.block} course={chosen.course} />
      <ByCourse view={view} />
      <ByUnit view={view} isOneCourse={isOneCourse} />
      <OverTime view={view} counted={counted} most={isOneCourse ? view.total.people : null} />
      <Competences view={view} />
      <Phishing />
      <Questions view={view} />
    </>
  );
}

/** One sentence that answers what most people come for. */
function Headline({ view, chosen }: { view: TeamFigures; chosen: Chosen }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const mandatory = view.mandatory.find(({ id }) => chosen.course === null || id === chosen.course);
  const course = view.byCourse.find(({ id }) => id === chosen.course);
  const words = (): string => {
    if (mandatory && view.roster) {
      return t('headline.mandatory', {
        done: format.number(mandatory.done),
        people: format.number(mandatory.people),
        course: mandatory.title,
      });
    }
    const people = format.number(view.total.people);
    if (view.total.reached === null) return t('headline.tooFew', { people });
    const reached = format.number(view.total.reached);
    return course
      ? t('headline.course', { reached, people, course: course.title })
      : t('headline.courses', { reached, people });
  };
  return (
    <p className="team__headline" role="status">
      {words()}
    </p>
  );
}

function Filters({ view, chosen, onChoose }: FiguresProps) {
  const { t } = useTranslation('team');
  const nameOf = useBlockName();
  const byKey = new Map(view.blocks.map((block) => [block.key, block]));
  return (
    <search className="filters" aria-label={t('filters')}>
      <Filter
        label={t('unit')}
        none={t('allUnits')}
        values={view.blocks.map(({ key }) => key)}
        nameOf={(key) => {
          const block = byKey.get(key);
          return block ? nameOf(block) : '';
        }}
        value={chosen.block}
        onChange={(block) => onChoose({ ...chosen, block })}
      />
      <Filter
        label={t('course')}
        none={t('allCourses')}
        values={view.courses.map(({ id }) => id)}
        nameOf={(id) => view.courses.find((each) => each.id === id)?.title ?? id}
        value={chosen.course}
        onChange={(course) => onChoose({ ...chosen, course })}
      />
      <Filter
        label={t('period')}
        none={t('allYears')}
        values={view.years}
        nameOf={String}
        value={chosen.year}
        onChange={(year) => onChoose({ ...chosen, year })}
      />
    </search>
  );
}
