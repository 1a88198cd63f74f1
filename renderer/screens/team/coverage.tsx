// Who is covered: by course, by part of the organisation, by competence.
import { useTranslation } from 'react-i18next';
import type { BlockView, TeamFigures } from '../../../core/team/views';
import { useFormat } from '../../text/use-format';
import { Bars } from './bars';
import { SaveTable } from './save-table';
import { coverageRows, topOf } from './team-view';

/** The words for a part of the organisation. */
export function useBlockName(): (block: BlockView) => string {
  const { t } = useTranslation('team');
  const format = useFormat();
  return ({ name, unlisted, units }) => {
    if (unlisted) return t('unlisted');
    return name ?? t('together', { units: format.number(units) });
  };
}

export function ByCourse({ view }: { view: TeamFigures }) {
  const { t } = useTranslation('team');
  const rows = view.byCourse.map((row) => ({ ...row, key: row.id, name: row.title }));
  const head = [t('course'), t('finished'), t('persons')];
  return (
    <div className="page-part">
      <h2>{t('byCourse.title')}</h2>
      {rows.length === 0 ? (
        <p>{t('byCourse.none')}</p>
      ) : (
        <>
          <Bars name={t('byCourse.title')} of={t('course')} counted={t('finished')} rows={rows} />
          <SaveTable
            of={t('byCourse.title')}
            file={t('byCourse.file')}
            rows={() => coverageRows(head, rows)}
          />
        </>
      )}
    </div>
  );
}

export function ByUnit({ view, isOneCourse }: { view: TeamFigures; isOneCourse: boolean }) {
  const { t } = useTranslation('team');
  const nameOf = useBlockName();
  const rows = view.byBlock.map((row) => ({ ...row, key: String(row.key), name: nameOf(row) }));
  const counted = isOneCourse ? t('finished') : t('coursesFinished');
  const head = [t('unit'), counted, t('persons')];
  const most = topOf(Math.max(0, ...rows.map(({ reached }) => reached ?? 0)));
  return (
    <div className="page-part">
      <h2>{t('byUnit.title')}</h2>
      <Bars
        name={t('byUnit.title')}
        of={t('unit')}
        counted={counted}
        rows={rows}
        {...(!isOneCourse && { top: most })}
      />
      <SaveTable
        of={t('byUnit.title')}
        file={t('byUnit.file')}
        rows={() => coverageRows(head, rows)}
      />
    </div>
  );
}

export function Competences({ view: { competences } }: { view: TeamFigures }) {
  const { t } = useTranslation('team');
  const rows = (competences ?? [])
    .filter(({ reached }) => reached !== null)
    .map((row) => ({
      ...row,
      key: row.code,
      name: t('competences.one', {
        code: row.code,
        name: t(`competence.${row.code.replace('.', '-')}`),
      }),
    }));
  const head = [t('competences.competence'), t('competences.shown'), t('persons')];
  return (
    <div className="page-part">
      <h2>{t('competences.title')}</h2>
      <p className="screen__lead">{t('competences.lead')}</p>
      {competences === null && <p role="status">{t('competences.counting')}</p>}
      {competences !== null && rows.length === 0 && <p>{t('competences.none')}</p>}
      {rows.length > 0 && (
        <>
          <Bars
            name={t('competences.title')}
            of={t('competences.competence')}
            counted={t('competences.shown')}
            rows={rows}
          />
          <SaveTable
            of={t('competences.title')}
            file={t('competences.file')}
            rows={() => coverageRows(head, rows)}
          />
        </>
      )}
    </div>
  );
}
