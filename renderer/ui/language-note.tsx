// Says in which language something is shown, where that is not the one the learner wanted.
import { useTranslation } from 'react-i18next';
import type { LanguageNote as Note } from '../../core/views';
import { useFormat } from '../text/use-format';
import { Notice } from './notice';

export function LanguageNote({ note, of }: { note: Note; of: 'course' | 'lesson' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = format.language(note.language);
  return (
    <>
      {note.missing !== null && (
        <Notice>
          <p>{t(`missingLanguage.${of}`, { missing: format.language(note.missing), language })}</p>
        </Notice>
      )}
      {note.stale && (
        <Notice kind="warn">
          <p>{t('stale', { language })}</p>
        </Notice>
      )}
    </>
  );
}
