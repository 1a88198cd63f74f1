import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseFromFolder } from '../../tests/course-folder';
import { answered, kept } from '../../tests/learning-events';
import { courseText, lessonText, writeFiles } from '../../tests/unit/support/course-files';
import { temporaryFolder } from '../../tests/unit/support/folders';
import type { LearningEvent } from '../learning/events';
import { aboutOf } from './about';

const reflect = ['::: reflect #thought', 'What do you think?', ':::', ''].join('\n');
const password = ['::: password #phrase {min=3}', 'Invent a phrase.', ':::', ''].join('\n');
const folder = temporaryFolder();
writeFiles(folder, {
  'course.md': courseText('desk'),
  '01-first.md': `${lessonText('First')}\n${reflect}\n${password}`,
  'es/course.md': courseText('desk').replace('Title of desk', 'El escritorio'),
});
const course = courseFromFolder(folder);
const [lesson] = course.texts[0].lessons;
const revisionOf = (id: string): string =>
  [...(lesson?.items ?? []), ...(lesson?.kept ?? [])].find((each) => each.id === id)?.revision ??
  '';
const on = (item: string) => ({
  course: 'desk',
  lesson: 'first',
  item,
  revision: revisionOf(item),
});

describe('what an event is about', () => {
  test('has the names in every language of the course, and the answer as its kind names it', () => {
    const about = aboutOf(course, answered(1, { ...on('one'), answer: [0] }));
    expect(about).toMatchObject({
      course: { en: 'Title of desk', es: 'El escritorio' },
      lesson: { en: 'First' },
      block: {
        ...{ words: { en: 'Which?' }, kind: 'choice', isPrivate: false },
        interaction: { type: 'choice', response: '0', correct: ['0'] },
      },
    });
  });

  test('names no answer to another revision, none typed in secret, and nothing that is gone', () => {
    const old = answered(1, { ...on('one'), answer: [0], revision: 'another' });
    expect(aboutOf(course, old).block?.interaction).toBe(null);
    const typed = answered(1, { ...on('phrase'), answer: { reached: true } });
    expect(aboutOf(course, typed).block).toMatchObject({ kind: 'password', interaction: null });
    expect(aboutOf(course, answered(1, { ...on('gone') })).block).toBe(null);
    expect(aboutOf(course, answered(1, { ...on('one'), lesson: 'gone' })).lesson).toBe(null);
  });

  test('is private where the block is', () => {
    expect(aboutOf(course, kept('a thought', on('thought'))).block?.isPrivate).toBe(true);
  });

  test('whatever somebody sends as an answer, it is none or one of its kind', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('one', 'thought', 'phrase'), (answer, item) => {
        const event = answered(1, { ...on(item), answer: answer as never });
        const events: LearningEvent[] = [event, kept(answer as never, on(item))];
        for (const each of events) {
          const { interaction } = aboutOf(course, each).block ?? { interaction: null };
          if (interaction) expect(interaction.response).toMatch(/^[01]$/);
        }
      }),
    );
  });
});
