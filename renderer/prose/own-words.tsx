// A word of the app's own amid the words of a course, which may be in another language.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../text/languages';
import { useProse } from './prose-context';

export function OwnWords({ hidden = false, children }: { hidden?: boolean; children: ReactNode }) {
  const { i18n } = useTranslation();
  const { language } = useProse();
  return (
    <span
      className={hidden ? 'for-ears' : undefined}
      {...(language !== null && wordsOf(i18n.language))}
    >
      {children}
    </span>
  );
}
