// What goes away with the keyboard's place in it hands that place on, to what says how it ended or takes its place.
import './hand-on.css';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface HandOnProps {
  /** Ids of elements that can take the focus; the first one that is there then gets it. */
  to: readonly string[];
  children: ReactNode;
}

export function HandOn({ to, children }: HandOnProps) {
  const box = useRef<HTMLDivElement>(null);
  const targets = useRef(to);
  useLayoutEffect(() => {
    targets.current = to;
  });
  useLayoutEffect(() => {
    const here = box.current;
    return () => {
      if (!here?.contains(document.activeElement)) return;
      // What comes in its place is in the page a moment later.
      queueMicrotask(() => focusFirst(targets.current));
    };
  }, []);
  return (
    <div ref={box} className="hand-on">
      {children}
    </div>
  );
}

/** Takes the focus from nobody. */
function focusFirst(ids: readonly string[]): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  for (const id of ids) {
    const element = document.getElementById(id);
    if (element) {
      element.focus();
      return;
    }
  }
}
