// What answers say about questions, as far as it may be shown of people whose answers were not handed in by themselves.
import { type Analysis, fewestPeople, type ItemFigures } from '../studio/item-analysis';
import { atLeast, coarseShare } from './coarse';

export interface QuestionFigures {
  lesson: string;
  item: string;
  revision: string;
  /** Answers to other revisions, which are in no figure; in whole fives. */
  leftOut: number;
  /** In whole fives. */
  people: number;
  /** From 0 to 1, rounded. */
  rightAtFirst: number;
  /** From -1 to 1 in tenths; null where too few answered. */
  discrimination: number | null;
  /** Per person, in halves. */
  hints: number;
  /** The wrong answer given most often, where five gave it; people in whole fives. */
  tempting: { answer: unknown; people: number } | null;
}

/** The figures of an analysis, no more exact than those of a group may be. */
export const questionFigures = ({ items }: Analysis): QuestionFigures[] => items.map(coarse);

function coarse(figures: ItemFigures): QuestionFigures {
  const { lesson, item, revision, people, rightAtFirst, discrimination, hints, tempting } = figures;
  return {
    lesson,
    item,
    revision,
    leftOut: atLeast(figures.leftOut),
    people: atLeast(people),
    // Too few people are in no analysis.
    rightAtFirst: coarseShare(rightAtFirst * people, people) ?? 0,
    discrimination: discrimination === null ? null : Math.round(discrimination * 10) / 10,
    hints: Math.round(hints * 2) / 2,
    tempting:
      tempting && tempting.people >= fewestPeople
        ? { answer: tempting.answer, people: atLeast(tempting.people) }
        : null,
  };
}
