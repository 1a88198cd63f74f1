// A tick or a cross, never without its word.
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';

export function Mark({ right, children }: { right: boolean; children: ReactNode }) {
  const Icon = right ? Check : X;
  return (
    <span className={`verdict-mark verdict-mark--${right ? 'right' : 'wrong'}`}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
