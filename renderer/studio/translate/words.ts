// How far a translation is, and what its files are called, in words.
import { useTranslation } from 'react-i18next';
import type { Extent, TranslationFileRow } from '../../../core/studio/translation/views';
import { useFormat } from '../../text/use-format';

/** "3 of 12 blocks are translated · 1 changed in the source" */
export function useExtent({ segments, missing, stale }: Extent): string {
  const { t } = useTranslation('translate');
  const format = useFormat();
  const done = t('extent.done', {
    count: segments,
    number: format.number(segments),
    done: format.number(segments - missing),
  });
  if (stale === 0) return done;
  return `${done} · ${t('extent.stale', { count: stale, number: format.number(stale) })}`;
}

export function useFileTitle(): (row: Pick<TranslationFileRow, 'what' | 'title'>) => string {
  const { t } = useTranslation('translate');
  return ({ what, title }) => {
    if (what === 'lesson') return title;
    return what === 'glossary' ? t('files.glossary') : t('files.course');
  };
}
