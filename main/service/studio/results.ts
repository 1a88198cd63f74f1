// Results that learners handed in as files: read, proved, and turned into figures about questions.
import type { Course } from '../../../core/course/course';
import { plainText } from '../../../core/course/plain-text';
import { type LearningEvent, learningEvent } from '../../../core/learning/events';
import { analyseItems, type RevisionHere } from '../../../core/studio/item-analysis';
import type { ResultsView } from '../../../core/studio/views';
import { z } from '../../../core/zod';

const exported = z.object({ profile: z.object({ id: z.uuid() }), events: z.array(z.unknown()) });

/** The events of one file; undefined for what is no export of learning data. */
function eventsIn(text: string): { learner: string; events: LearningEvent[] } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = exported.safeParse(json);
  if (!read.success) return undefined;
  const events = read.data.events.flatMap((event) => {
    const proved = learningEvent.safeParse(event);
    return proved.success ? [proved.data] : [];
  });
  return { learner: read.data.profile.id, events };
}

/** A learner who handed in twice counts once, with all that both files say. */
export function resultsOf(course: Course, texts: readonly string[]): ResultsView {
  const learners = new Map<string, Map<string, LearningEvent>>();
  let unreadable = 0;
  for (const text of texts) {
    const found = eventsIn(text);
    if (!found) {
      unreadable++;
      continue;
    }
    const known = learners.get(found.learner) ?? new Map<string, LearningEvent>();
    for (const event of found.events) known.set(event.id, event);
    learners.set(found.learner, known);
  }
  const analysis = analyseItems(
    [...learners.values()].map((events) => [...events.values()]),
    course.id,
    revisionsOf(course),
  );
  return {
    people: analysis.people,
    tooFew: analysis.tooFew,
    leftOut: analysis.leftOut,
    unreadable,
    items: analysis.items.map(({ lesson, item, revision, tempting, ...figures }) => {
      const found = course.texts[0].lessons.find(({ id }) => id === lesson);
      const question = found?.items.find(({ id }) => id === item);
      const isOlder = question !== undefined && question.revision !== revision;
      return {
        ...figures,
        isOlder,
        lesson,
        lessonTitle: found?.matter.title ?? lesson,
        item,
        question: question ? firstWords(plainText(question.question)) : item,
        file: found?.file ?? null,
        line: question?.line ?? 1,
        tempting:
          question && tempting
            ? {
                // The places of an answer are those of its own revision.
                words: isOlder ? null : wordsOf(question, tempting.answer),
                people: tempting.people,
              }
            : null,
      };
    }),
  };
}

/** Of the questions as they stand in the course. */
export function revisionsOf(course: Course): RevisionHere {
  const known = new Map(
    course.texts[0].lessons.flatMap(({ id, items }) =>
      items.map((item) => [`${id}/${item.id}`, item.revision] as const),
    ),
  );
  return (lesson, item) => known.get(`${lesson}/${item}`);
}

/** Of a question, for a table. */
export const firstWords = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
};

type Question = Course['texts'][0]['lessons'][number]['items'][number];

/** An answer in words, where a kind has words for it; null else. */
export function wordsOf(question: Question, answer: unknown): string | null {
  if (question.kind !== 'choice' || !Array.isArray(answer)) return null;
  const words = answer.flatMap((at) => {
    const option = typeof at === 'number' ? question.content.options[at] : undefined;
    return option ? [plainText(option.text)] : [];
  });
  return words.length > 0 ? words.join(' + ') : null;
}
