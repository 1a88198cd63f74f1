// Ctrl+K, from anywhere: the library, with the search field ready to be typed in.
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { paths } from './paths';
import { useSession } from './session';

export const searchFieldId = 'library-search';

/** What stands in the field is replaced by what is typed next; what is found has room below it. */
export function startTyping(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
  field?.scrollIntoView({ block: 'start' });
}

/** On keyboards without Latin letters the key in the place of K. */
const isK = ({ key, code }: KeyboardEvent): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === 'k' : code === 'KeyK';

export function useSearchKey(): void {
  const [, go] = useLocation();
  const { app } = useSession();
  const isMac = app.platform === 'darwin';
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, metaKey, shiftKey, target, defaultPrevented } = event;
      const isHeld = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
      // An editor that has a use of its own for the key has taken it; a dialog wants its answer first.
      if (!isHeld || altKey || shiftKey || defaultPrevented || !isK(event)) return;
      if (target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]'))
        return;
      event.preventDefault();
      const field = document.getElementById(searchFieldId);
      if (field instanceof HTMLInputElement) startTyping(field);
      else go(paths.search());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go, isMac]);
}
