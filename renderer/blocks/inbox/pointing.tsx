// Pointing at a place of a message: a flag beside it, and what became of it once all is told.
import { Check, CircleDashed, Flag, X } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PlaceState } from './inbox-view';

export interface Pointing {
  /** The flags are out: a press points at a place. */
  isActive: boolean;
  pointed: readonly string[];
  toggle: (place: string) => void;
  /** What became of each place; null before that is due. */
  states: ReadonlyMap<string, PlaceState> | null;
}

export const PointingContext = createContext<Pointing>({
  isActive: false,
  pointed: [],
  toggle: () => undefined,
  states: null,
});

interface SpotProps {
  place: string;
  /** What stands there, for the name of the flag. */
  label: string;
  children: ReactNode;
}

/** A place of a message with its flag. */
export function Spot({ place, label, children }: SpotProps) {
  const { isActive, pointed, toggle, states } = useContext(PointingContext);
  const { t } = useTranslation('item');
  const isPointed = pointed.includes(place);
  const state = states?.get(place);
  return (
    <span
      className="mail__spot"
      data-pointed={(!states && isPointed) || undefined}
      data-state={state}
    >
      <span className="mail__spot-words">{children}</span>
      {state && <StateSign state={state} />}
      {!states && isActive && (
        <ToggleButton
          className="mail__flag"
          aria-label={t('inbox.pointAt', { place: label })}
          isSelected={isPointed}
          onChange={() => toggle(place)}
        >
          <Flag aria-hidden="true" />
        </ToggleButton>
      )}
      {!states && !isActive && isPointed && (
        <span className="mail__flag mail__flag--still">
          <Flag aria-hidden="true" />
          <span className="for-ears">{t('inbox.isPointed')}</span>
        </span>
      )}
    </span>
  );
}

const stateIcons = { found: Check, missed: CircleDashed, false: X } as const;

export function StateSign({ state, words = false }: { state: PlaceState; words?: boolean }) {
  const { t } = useTranslation('item');
  const Icon = stateIcons[state];
  const names: Record<PlaceState, string> = {
    found: t('inbox.state.found'),
    missed: t('inbox.state.missed'),
    false: t('inbox.state.false'),
  };
  return (
    <span className={`mail__state mail__state--${state}`}>
      <Icon aria-hidden="true" />
      <span className={words ? undefined : 'for-ears'}>{names[state]}</span>
    </span>
  );
}
