// What the cursor stands in, for the form of it.
import { useMemo } from 'react';
import { type AtCursor, atCursor } from '../form/at-cursor';

/** As it is written now; null while no form is open. */
export const useCursor = (text: string, line: number, isForm: boolean): AtCursor | null =>
  useMemo(() => (isForm ? atCursor(text, line) : null), [isForm, text, line]);
