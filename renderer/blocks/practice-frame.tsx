// The frame of a simulation: it looks like a real program and says plainly that it is none.
import './practice-frame.css';
import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';

interface PracticeFrameProps {
  /** What the program is; null where the question says it. */
  title: string | null;
  children: ReactNode;
}

export function PracticeFrame({ title, children }: PracticeFrameProps) {
  const { t } = useTranslation('item');
  return (
    <div className="practice">
      <p className="practice__bar">
        <span className="practice__sign">
          <Icon of={FlaskConical} size="small" />
          {t('practice')}
        </span>
        {title !== null && <span className="practice__title">{title}</span>}
      </p>
      {children}
    </div>
  );
}
