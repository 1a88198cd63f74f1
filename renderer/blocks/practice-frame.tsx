// The frame around what looks like a real program: it says that this is practice.
import './practice-frame.css';
import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WordsInLine } from '../prose/words';
import { Icon } from '../ui/icon';

interface PracticeFrameProps {
  /** The title of the window, in the words of the course; null without one. */
  title: string | null;
  children: ReactNode;
}

export function PracticeFrame({ title, children }: PracticeFrameProps) {
  const { t } = useTranslation('item');
  return (
    <div className="practice-frame">
      <div className="practice-frame__bar">
        <span className="practice-frame__word">
          <Icon of={GraduationCap} size="small" />
          {t('practice')}
        </span>
        {title !== null && (
          <span className="practice-frame__title">
            <WordsInLine nodes={[{ type: 'text', text: title }]} />
          </span>
        )}
      </div>
      <div className="practice-frame__body">{children}</div>
    </div>
  );
}
