// What the organisation decides: the control stays where it was, does nothing, and says why.
import './locked.css';
import { Lock } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';

/** The words for it. */
export function LockedWords({ id }: { id?: string }) {
  const { t } = useTranslation('policy');
  return (
    <span id={id} className="locked">
      <Icon of={Lock} size="small" />
      {t('locked')}
    </span>
  );
}

/** In the place of a button. It can be reached by the keyboard, so that everybody hears why. */
export function LockedButton({ children }: { children: ReactNode }) {
  const id = useId();
  return (
    <div className="locked-act">
      <button
        type="button"
        className="button button--secondary"
        aria-disabled="true"
        aria-describedby={id}
      >
        {children}
      </button>
      <LockedWords id={id} />
    </div>
  );
}
