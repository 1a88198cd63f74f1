// Holds what may be wider than the page: scrolls sideways, and only then stops the Tab key.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface ScrollerProps {
  className: string;
  name: string;
  children: ReactNode;
}

export function Scroller({ className, name, children }: ScrollerProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const measure = () => setOverflows(box.scrollWidth > box.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={ref}
      className={className}
      {...(overflows && { role: 'region', 'aria-label': name, tabIndex: 0 })}
    >
      {children}
    </div>
  );
}
