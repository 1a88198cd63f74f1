// How much of something is done: a thin bar, and the same in words for who listens.
import './progress.css';
import { ProgressBar } from 'react-aria-components';

interface ProgressProps {
  /** Of `of`. */
  done: number;
  of: number;
  /** What is measured. */
  label: string;
  /** How far it is, in words. */
  words: string;
}

export function Progress({ done, of, label, words }: ProgressProps) {
  const share = of > 0 ? Math.min(1, done / of) : 0;
  return (
    <ProgressBar className="progress" value={share * 100} aria-label={label} valueLabel={words}>
      <div className="progress__track">
        <div className="progress__done" style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </ProgressBar>
  );
}
