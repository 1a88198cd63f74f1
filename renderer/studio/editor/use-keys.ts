// Keys in the words of the interface, for tips and for screen readers.
import { useTranslation } from 'react-i18next';
import { ariaShortcut, shortcut } from './shortcut';

const isMac = /^Mac/.test(navigator.platform);

export function useKeys(): { shown: (key: string) => string; aria: (key: string) => string } {
  const { t } = useTranslation('studio-editor');
  const words = { control: t('key.control'), shift: t('key.shift') };
  return {
    shown: (key) => shortcut(key, isMac, words),
    aria: (key) => ariaShortcut(key, isMac),
  };
}
