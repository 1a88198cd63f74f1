// True once a while has passed: what would only flash is not shown.
import { useEffect, useState } from 'react';

export function useAfter(milliseconds: number, isRunning = true): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setPassed(false);
    };
  }, [milliseconds, isRunning]);
  return passed && isRunning;
}
