// Numbers and lists as the interface's language writes them.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Format {
  number: (value: number) => string;
  /** "1 and 3" */
  list: (values: readonly number[]) => string;
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const lists = new Intl.ListFormat(language, { type: 'conjunction' });
    return {
      number: (value) => numbers.format(value),
      list: (values) => lists.format(values.map((value) => numbers.format(value))),
    };
  }, [language]);
}
