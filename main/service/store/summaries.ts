// Keeps the summaries true to the events, in whatever order those arrive.
import { isGroupEvent, isItemEvent, type LearningEvent } from '../../../core/learning/events';
import { applyGroupEvent, untouchedGroup } from '../../../core/learning/group-state';
import { applyItemEvent, untouchedItem } from '../../../core/learning/item-state';
import { applyCardEvent, applyKeptEvent } from '../../../core/learning/kept-state';
import { type eventTable, type Place, placeOf } from './events';
import type { keptTables } from './kept';
import type { stateTables } from './states';

interface Tables {
  events: ReturnType<typeof eventTable>;
  states: ReturnType<typeof stateTables>;
  kept: ReturnType<typeof keptTables>;
}

export function summaries({ events, states, kept }: Tables) {
  /** One step, where the event comes after all others at its place. */
  function apply(person: string, event: LearningEvent): void {
    // It follows from the others, and nothing from it.
    if (event.type === 'course.finished') return;
    const { course, lesson } = event;
    if (isItemEvent(event)) {
      const before = states.item(person, course, lesson, event.item) ?? untouchedItem;
      states.putItem(person, course, lesson, event.item, applyItemEvent(before, event));
      return;
    }
    if (isGroupEvent(event)) {
      const before = states.group(person, course, lesson, event.group) ?? untouchedGroup;
      states.putGroup(person, course, lesson, event.group, applyGroupEvent(before, event));
      return;
    }
    if (event.type === 'block.kept' || event.type === 'card.recalled') {
      const place = { person, course, lesson, block: event.item };
      if (event.type === 'block.kept') kept.put(place, applyKeptEvent(event));
      else {
        const seen = kept.cards(place).get(event.card);
        kept.putCard(place, event.card, applyCardEvent(seen, event));
      }
      return;
    }
    const before = states.lesson(person, course, lesson) ?? { openedAt: null, finishedAt: null };
    states.putLesson(person, course, lesson, {
      openedAt: before.openedAt ?? event.at,
      finishedAt:
        event.type === 'lesson.finished' ? (before.finishedAt ?? event.at) : before.finishedAt,
    });
  }

  /** Makes what is known of one place anew. */
  function refold(person: string, place: Place): void {
    states.clearPlace(person, place);
    kept.clearPlace(person, place);
    for (const event of events.inOrder(person, place)) apply(person, event);
  }

  return {
    refold,
    /** Takes in an event that was just added to the log; a late one makes its place anew. */
    add(person: string, event: LearningEvent): void {
      if (events.isLast(person, event)) apply(person, event);
      else refold(person, placeOf(event));
    },
    /** Makes all that is known of persons anew. */
    rebuild(persons: Iterable<string>): void {
      for (const person of persons) {
        states.clearPerson(person);
        kept.clearPerson(person);
        for (const place of events.places(person)) refold(person, place);
      }
    },
  };
}
