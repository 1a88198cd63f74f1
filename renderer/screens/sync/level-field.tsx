// How much is sent: one of three levels, with what the chosen one means.
import { useTranslation } from 'react-i18next';
import { type Level, levels } from '../../../core/sync/level';
import type { SyncRules } from '../../../core/sync/views';
import { Choices } from '../../ui/choices';

interface LevelFieldProps {
  rules: SyncRules;
  level: Level;
  onChange: (level: Level) => void;
}

export function LevelField({ rules, level, onChange }: LevelFieldProps) {
  const { t } = useTranslation('sync');
  const { most, isFixed } = rules;
  const offered = levels.filter((_, at) => most !== 'off' && at <= levels.indexOf(most));
  return (
    <div className="sync__level">
      <Choices
        label={t('level.label')}
        value={level}
        isLocked={isFixed}
        onChange={onChange}
        choices={offered.map((each) => ({ value: each, words: t(`level.${each}.name`) }))}
      />
      <p role="status">{t(`level.${level}.what`)}</p>
      {level !== 'detail' && <p className="sync__hint">{t('level.oneWay')}</p>}
    </div>
  );
}
