// What the competences of DigComp are called in the language of the interface; their codes are the same in all.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { competenceCodes } from '../../core/course/competences';

/** '' for a code that is none. */
export function useCompetenceName(): (code: string) => string {
  const { t } = useTranslation('competence');
  return useCallback(
    (code) => (competenceCodes.includes(code) ? t(`name.${code.replace('.', '-')}`) : ''),
    [t],
  );
}
