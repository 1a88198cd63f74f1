// A lesson as the check looks at it, without a folder: the parser has tests of its own.
import { parseLesson } from '../../../core/course/parse';
import type { SourceText } from '../../../main/service/check/source-text';

export function sourceOf(text: string, language = 'en'): SourceText {
  const { prose, items, groups, matter: front } = parseLesson('01-a.md', text);
  const lesson = {
    ...{
      id: 'a',
      file: '01-a.md',
      prose,
      items,
      groups,
      terms: [],
      kept: [],
      broken: false,
      stale: false,
    },
    matter: { title: 'T', minutes: 5, objectives: ['Do it'], aid: false, ...front },
  };
  const course = { sources: [] } as unknown as SourceText['matter'];
  return {
    ...{ file: '01-a.md', folder: '', language, prose, lesson, matter: course },
    lines: text.split('\n'),
  };
}
