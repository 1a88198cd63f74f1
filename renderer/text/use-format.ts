// Numbers, dates, lists and names of languages, as the language of the interface writes them.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from './languages';

export interface Format {
  number: (value: number) => string;
  /** A share from 0 to 1. */
  percent: (share: number) => string;
  /** An ISO date or time. */
  date: (iso: string) => string;
  /** Day and time of an ISO time. */
  dateTime: (iso: string) => string;
  /** "50 minutes", "3 hours, 55 minutes" */
  minutes: (minutes: number) => string;
  /** "1 and 3" */
  list: (values: readonly (string | number)[]) => string;
  language: (tag: string) => string;
}

const isDay = (iso: string): boolean => iso.length === '2027-03-31'.length;

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const percents = new Intl.NumberFormat(language, { style: 'percent' });
    const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
    // A day of the calendar is the same everywhere; as a moment it would be the day before in the west.
    const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const lists = new Intl.ListFormat(language, { type: 'conjunction' });
    const times = new Intl.ListFormat(language, { type: 'unit' });
    const unit = (value: number, name: 'hour' | 'minute') =>
      new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
        value,
      );
    const word = (value: string | number) =>
      typeof value === 'number' ? numbers.format(value) : value;
    return {
      number: (value) => numbers.format(value),
      percent: (share) => percents.format(share),
      date: (iso) => (isDay(iso) ? days : dates).format(new Date(iso)),
      dateTime: (iso) => moments.format(new Date(iso)),
      minutes: (minutes) => {
        const hours = Math.floor(minutes / 60);
        const rest = minutes % 60;
        return times.format([
          ...(hours > 0 ? [unit(hours, 'hour')] : []),
          ...(rest > 0 || hours === 0 ? [unit(rest, 'minute')] : []),
        ]);
      },
      list: (values) => lists.format(values.map(word)),
      language: (tag) => languageName(tag, language),
    };
  }, [language]);
}
