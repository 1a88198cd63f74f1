// What is wrong with the text that is written: at once what it says itself, a moment later what the whole check finds.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fixText } from '../../../core/course/fix';
import type { Problem } from '../../../core/course/problem';
import type { StudioCourseView } from '../../../core/studio/views';
import { ask } from '../../client/client';
import type { Mend } from '../editor/diagnostics';

/** `live`: what the text says as it is written now. */
export function useProblems(
  course: StudioCourseView,
  file: string,
  live: readonly Problem[],
  isSaved: boolean,
): Problem[] {
  const found = useCheck(course, isSaved);
  return useMemo(() => together(live, found, file), [live, found, file]);
}

/**
 * What one click mends: it takes no decision. Offered only where the click does something: a block
 * that nobody could answer yet gets its name when the rest of it is right, and a translation takes
 * the names of its source.
 */
export function useMends(
  problems: readonly Problem[],
  file: string,
  textNow: () => string,
): Mend[] {
  const { t } = useTranslation('studio');
  const missing = useMemo(
    () => problems.filter(({ rule }) => rule === 'block-id-missing'),
    [problems],
  );
  // Looked at when other problems are found, not at each key: it takes a whole reading of the text.
  const lines = useMemo(
    () => new Set(missing.length === 0 ? [] : fixText(file, textNow()).ids.map(({ line }) => line)),
    [missing, file, textNow],
  );
  return useMemo(
    () =>
      missing
        .filter(({ line }) => lines.has(line))
        .map(({ rule, line }) => ({
          rule,
          line,
          label: t('problems.mend'),
          apply: (now) => fixText(file, now).text,
        })),
    [missing, lines, file, t],
  );
}

/** All that the check finds, a moment after each saving. */
function useCheck({ folder, problems }: StudioCourseView, isSaved: boolean): Problem[] | null {
  const [found, setFound] = useState<Problem[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other problems mean another state of the course
  useEffect(() => {
    if (!isSaved) return;
    let isAwaited = true;
    const timer = setTimeout(() => {
      void ask('studio.check', { folder }).then(
        (all) => {
          if (isAwaited) setFound(all);
        },
        () => {},
      );
    }, 800);
    return () => {
      isAwaited = false;
      clearTimeout(timer);
    };
  }, [folder, isSaved, problems]);
  return found;
}

/** What is wrong now, and what only the whole check sees, as it was when it last looked. */
function together(live: readonly Problem[], found: Problem[] | null, file: string): Problem[] {
  const keyOf = ({ rule, line }: Problem): string => `${rule} ${line}`;
  const known = new Set(live.map(keyOf));
  const rules = new Set(live.map(({ rule }) => rule));
  const more = (found ?? []).filter(
    (problem) => problem.file === file && !known.has(keyOf(problem)) && !rules.has(problem.rule),
  );
  return [...live, ...more].sort((a, b) => a.line - b.line);
}
