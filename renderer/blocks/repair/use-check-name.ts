// What a check of a text asks for, in words.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckShown } from '../../../core/course/blocks/repair';
import { useFormat } from '../../text/use-format';

export function useCheckName(): (check: CheckShown) => string {
  const { t, i18n } = useTranslation('item');
  const format = useFormat();
  const any = useMemo(
    () => new Intl.ListFormat(i18n.language, { type: 'disjunction' }),
    [i18n.language],
  );
  return ({ type, limit, label, phrases }) => {
    const count = limit ?? 0;
    const values = { count, limit: format.number(count) };
    const quoted = (phrases ?? []).map((phrase) => t('repair.quoted', { phrase }));
    const what = label ?? any.format(quoted);
    switch (type) {
      case 'words-at-most':
        return t('repair.atMost', values);
      case 'words-at-least':
        return t('repair.atLeast', values);
      case 'sentence':
        return t('repair.sentence', values);
      case 'passive':
        return count === 0 ? t('repair.noPassive') : t('repair.passive', values);
      case 'says':
        return t('repair.says', { what });
      case 'never-says':
        return t('repair.neverSays', { what });
      case 'links':
        return t('repair.links');
      case 'headings':
        return t('repair.headings');
    }
  };
}
