// What answers of many people say: about questions, and about messages that are after something.
import { kindOf } from '../../../core/course/blocks';
import type { Course } from '../../../core/course/course';
import type { Item } from '../../../core/course/item';
import { plainText } from '../../../core/course/plain-text';
import type { LearningEvent } from '../../../core/learning/events';
import { analyseItems, fewestPeople } from '../../../core/studio/item-analysis';
import { atLeast } from '../../../core/team/coarse';
import { addInbox, noCounts, type PhishingCounts } from '../../../core/team/phishing';
import { questionFigures } from '../../../core/team/questions';
import type { QuestionsView } from '../../../core/team/views';
import type { AnswerRow } from '../store/team/figures';
import { firstWords, revisionsOf, wordsOf } from '../studio/results';

/** Enough to say what there is to say about a question, few enough to count while somebody waits. */
export const mostAnalysed = 2000;

/** The rows of each person, in their order. */
function byPerson(rows: readonly AnswerRow[]): AnswerRow[][] {
  const people = new Map<number, AnswerRow[]>();
  for (const row of rows) {
    const own = people.get(row.person);
    if (own) own.push(row);
    else people.set(row.person, [row]);
  }
  return [...people.values()];
}

const nobody = '00000000-0000-4000-8000-000000000000';
const hint = 4;

/** As much of an event as the analysis of questions looks at. */
function eventOf(row: AnswerRow, course: string): LearningEvent {
  const { lesson, item, at } = row;
  const stamp = { id: nobody, learner: nobody, device: nobody, at, course, version: '' };
  const onItem = { ...stamp, lesson, item, revision: row.revision ?? '', attempt: 1 };
  if (row.kind === hint) return { type: 'item.hinted', ...onItem };
  return {
    type: 'item.answered',
    ...onItem,
    answer: JSON.parse(row.answer ?? 'null'),
    share: row.share ?? 0,
    ...{ possible: 1, hintCost: 0, final: true, sure: null, seconds: null },
    ...{ language: '', pass: 0 },
  };
}

export function questionsView(course: Course, rows: readonly AnswerRow[]): QuestionsView {
  const people = byPerson(rows).map((own) => own.map((row) => eventOf(row, course.id)));
  const analysis = analyseItems(people, course.id, revisionsOf(course));
  return {
    people: atLeast(analysis.people),
    leftOut: atLeast(analysis.leftOut),
    items: questionFigures(analysis).map((figures) => {
      const lesson = course.texts[0].lessons.find(({ id }) => id === figures.lesson);
      const question = lesson?.items.find(({ id }) => id === figures.item);
      const isOlder = question !== undefined && question.revision !== figures.revision;
      return {
        ...figures,
        lessonTitle: lesson?.matter.title ?? figures.lesson,
        question: question ? firstWords(plainText(question.question)) : figures.item,
        isOlder,
        // The places of an answer are those of its own revision.
        temptingWords:
          question && !isOlder && figures.tempting
            ? wordsOf(question, figures.tempting.answer)
            : null,
      };
    }),
  };
}

/** Over all inboxes of a course, each person's first answer; null where it has none. */
export function phishingCounts(course: Course, rows: readonly AnswerRow[]): PhishingCounts | null {
  const inboxes = new Map<string, Extract<Item, { kind: 'inbox' }>>(
    course.texts[0].lessons.flatMap(({ id, items }) =>
      items.flatMap((item) =>
        item.kind === 'inbox' ? [[`${id}\n${item.id}`, item] as const] : [],
      ),
    ),
  );
  if (inboxes.size === 0) return null;
  const counts = noCounts();
  for (const own of byPerson(rows)) {
    const seen = new Set<string>();
    for (const { kind, lesson, item, revision, answer } of own) {
      const key = `${lesson}\n${item}`;
      const found = inboxes.get(key);
      if (kind === hint || !found || seen.has(key)) continue;
      seen.add(key);
      // Another revision had other messages.
      if (found.revision !== revision) continue;
      const { data } = kindOf('inbox').answer.safeParse(JSON.parse(answer ?? 'null'));
      if (data) addInbox(counts, found.content, data as Parameters<typeof addInbox>[2]);
    }
    if (seen.size > 0) counts.people++;
  }
  return counts.people < fewestPeople ? { ...noCounts(), people: counts.people } : counts;
}
