// What is wrong in a course and how to mend it, in words. The English lives in core/course/rules.ts.
import type { TFunction } from 'i18next';
import type { Problem } from '../../core/course/problem';
import { rules } from '../../core/course/rules';

export function problemWords(t: TFunction, { rule, values }: Problem) {
  const words = (part: 'what' | 'mend') =>
    // `replace`, so that a value called `count` is no plural.
    t(`problem:${rule}.${part}`, { defaultValue: rules[rule][part], replace: values });
  return { what: words('what'), mend: words('mend') };
}
