// Sizes of files, as the language of the interface writes them.
import { useTranslation } from 'react-i18next';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const step = 1024;

/** "12 kB", "3.4 MB" */
export function useSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const power = Math.min(
      units.length - 1,
      Math.floor(Math.log(Math.max(1, bytes)) / Math.log(step)),
    );
    return new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: units[power] ?? 'byte',
      maximumFractionDigits: power > 1 ? 1 : 0,
    }).format(bytes / step ** power);
  };
}
