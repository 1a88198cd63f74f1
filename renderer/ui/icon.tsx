// A line icon at the size of its text, for eyes only: the word beside it says the same.
import './icon.css';
import type { LucideIcon } from 'lucide-react';

interface IconProps {
  of: LucideIcon;
  size?: 'small' | 'normal' | 'large';
  /** Points along the line of reading, so it turns round in Arabic. */
  directed?: boolean;
}

export function Icon({ of: Drawing, size = 'normal', directed = false }: IconProps) {
  const turned = directed ? ' icon--directed' : '';
  return <Drawing className={`icon icon--${size}${turned}`} strokeWidth={1.75} aria-hidden />;
}
