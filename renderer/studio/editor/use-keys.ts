// Keys in the words of the interface: tips show them, and screen readers read the tips.
import { useTranslation } from 'react-i18next';
import { shortcut } from './shortcut';

const isMac = /^Mac/.test(navigator.platform);

export function useKeys(): (key: string) => string {
  const { t } = useTranslation('studio-editor');
  const words = { control: t('key.control'), shift: t('key.shift') };
  return (key) => shortcut(key, isMac, words);
}
