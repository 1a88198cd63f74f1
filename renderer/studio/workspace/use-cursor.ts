// What the cursor stands in, and whether there is a form for it.
import { useEffect, useMemo, useState } from 'react';
import { type AtCursor, atCursor, viewsOf } from '../form/at-cursor';

/** As it is written now; null while no form is open. */
export const useCursor = (text: string, line: number, isForm: boolean): AtCursor | null =>
  useMemo(() => (isForm ? atCursor(text, line) : null), [isForm, text, line]);

/** At the latest, in milliseconds: so long a button may be behind the text. */
const timeout = 300;

/**
 * Whether a form could be opened: looked at once a keystroke shows in the text and on the page, which
 * must not wait for a button.
 */
export function useHasForm(text: string, line: number, isForm: boolean): boolean {
  const [hasForm, setHasForm] = useState(false);
  useEffect(() => {
    if (isForm) return;
    const look = (): void => setHasForm(viewsOf(atCursor(text, line)).length > 0);
    const idle = requestIdleCallback(look, { timeout });
    return () => cancelIdleCallback(idle);
  }, [text, line, isForm]);
  return hasForm;
}
