// A word of the app's own amid the words of a course, which may be in another language.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProse } from './prose-context';

export function OwnWords({ hidden = false, children }: { hidden?: boolean; children: ReactNode }) {
  const { i18n } = useTranslation();
  const { language } = useProse();
  const differs = language !== null && language !== i18n.language;
  return (
    <span
      className={hidden ? 'prose__hidden' : undefined}
      {...(differs && { lang: i18n.language, dir: i18n.dir() })}
    >
      {children}
    </span>
  );
}
