// What leaves the computer at each level, in plain words, with an example of each.
import { useTranslation } from 'react-i18next';
import { levels } from '../../../core/sync/level';

export function LevelTable({ labelledBy }: { labelledBy: string }) {
  const { t } = useTranslation('sync');
  return (
    <table className="figures sync__levels" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('leaves.level')}</th>
          <th scope="col">{t('leaves.what')}</th>
          <th scope="col">{t('leaves.example')}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level}>
            <th scope="row">{t(`level.${level}.name`)}</th>
            <td data-label={t('leaves.what')}>{t(`level.${level}.what`)}</td>
            <td data-label={t('leaves.example')}>{t(`level.${level}.example`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
