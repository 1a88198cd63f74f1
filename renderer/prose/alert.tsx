// `> [!NOTE]` and its four siblings: an icon, a word, and what is said.
import {
  CircleAlert,
  Info,
  Lightbulb,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertKind } from '../../core/course/prose';
import { OwnWords } from './own-words';

const icons: Record<AlertKind, LucideIcon> = {
  note: Info,
  tip: Lightbulb,
  important: CircleAlert,
  warning: TriangleAlert,
  caution: OctagonAlert,
};

interface AlertProps {
  kind: AlertKind;
  line: number | undefined;
  children: ReactNode;
}

export function Alert({ kind, line, children }: AlertProps) {
  const { t } = useTranslation('prose');
  const words: Record<AlertKind, string> = {
    note: t('alert.note'),
    tip: t('alert.tip'),
    important: t('alert.important'),
    warning: t('alert.warning'),
    caution: t('alert.caution'),
  };
  const Icon = icons[kind];
  return (
    <div
      className={`prose__alert prose__alert--${kind}`}
      role="note"
      aria-label={words[kind]}
      data-line={line}
    >
      <p className="prose__alert-word">
        <Icon aria-hidden="true" />
        <OwnWords>{words[kind]}</OwnWords>
      </p>
      {children}
    </div>
  );
}
