// A course on paper: its questions lesson by lesson, as they may be handed out, or with what is right.
import { kindOf } from '../course/blocks';
import type { ScenarioContent } from '../course/blocks/scenario-content';
import type { Course, Lesson } from '../course/course';
import type { Group } from '../course/group';
import { bestLesson, bestText } from '../course/in-language';
import type { Item } from '../course/item';
import type { Kept } from '../course/kept/kept';
import type { Inline, Prose } from '../course/prose';
import { type ItemState, untouchedItem } from '../learning/item-state';
import { itemView } from '../learning/item-view';
import { keptView } from '../learning/kept-view';
import type { InterfaceLanguage } from '../looks';
import type { OrganisationWords } from '../organisation';
import type { SheetFormat } from '../player/formats';
import type { ItemView, KeptView, Links } from '../views';
import type { Paper } from './format';

/** What a page to print holds; on a work sheet nothing in it says what is right. */
export interface SheetPage {
  format: SheetFormat;
  paper: Paper;
  /** BCP 47 tag of the words of the course, and of those of the page around them. */
  language: string;
  interfaceLanguage: InterfaceLanguage;
  course: { id: string; version: string; title: string; summary: string };
  lessons: PaperLesson[];
  organisation: OrganisationWords;
}

export interface PaperLesson {
  title: string;
  /** BCP 47 tag: a lesson without a translation is in the course's own language. */
  language: string;
  objectives: string[];
  tasks: PaperTask[];
  /** Where pictures of this lesson lie; each address holds its file. */
  links: Links;
}

export type PaperTask =
  | {
      type: 'item';
      /** From 1 through the whole course, the same on both sheets. */
      number: number;
      view: ItemView;
      /** Of a scenario: all its scenes, to be read like a book whose reader decides. */
      scenes: PaperScene[];
      /** It is about figures that move on the screen only. */
      aboutFigures: boolean;
    }
  | {
      type: 'kept';
      number: number;
      view: KeptView;
      /** On an answer sheet. */
      model: Prose[];
    }
  | { type: 'group'; kind: Group['kind']; of: number; pick: number | null; pass: number };

export interface PaperScene {
  title: Inline[];
  prose: Prose[];
  isEnd: boolean;
  /** `to` counts scenes from 0. */
  choices: { words: Inline[]; to: number; feedback: Prose[] }[];
  /** On an answer sheet. */
  outcome: 'good' | 'mixed' | 'bad' | null;
}

export interface PaperOrder {
  course: Course;
  language: string;
  interfaceLanguage: InterfaceLanguage;
  format: SheetFormat;
  paper: Paper;
  organisation: OrganisationWords;
  /** The links of the language in this folder, with the files in the addresses. */
  linksIn: (folder: string) => Links;
}

export function sheetPage(order: PaperOrder): SheetPage {
  const { course, language, interfaceLanguage, format, paper, organisation } = order;
  const { matter, language: best } = bestText(course, language);
  let number = 0;
  const next = (): number => ++number;
  const lessons = course.texts[0].lessons.flatMap((own): PaperLesson[] => {
    const found = bestLesson(course, own.id, language);
    if (!found) return [];
    const { lesson, text } = found;
    const tasks = tasksOf(course, lesson, format, next);
    if (tasks.length === 0) return [];
    return [
      {
        title: lesson.matter.title,
        language: text.language,
        objectives: lesson.matter.objectives,
        tasks,
        links: order.linksIn(text.folder),
      },
    ];
  });
  return {
    ...{ format, paper, interfaceLanguage, lessons, organisation },
    language: best,
    course: {
      id: course.id,
      version: course.version,
      title: matter.title,
      summary: matter.summary,
    },
  };
}

/** In the order of the text; a pool or a test is named before its first question. */
function tasksOf(
  course: Course,
  lesson: Lesson,
  format: SheetFormat,
  next: () => number,
): PaperTask[] {
  const withAnswers = format === 'answersheet';
  const figures = idsInFigures(lesson.prose);
  const groups = new Map(
    lesson.groups.flatMap((group) => (group.items[0] ? [[group.items[0], group]] : [])),
  );
  const blocks = [
    ...lesson.items.map((item) => ({ line: item.line, item })),
    ...lesson.kept.map((kept) => ({ line: kept.line, kept })),
  ].sort((a, b) => a.line - b.line);
  return blocks.flatMap((block): PaperTask[] => {
    if ('kept' in block) return [keptTask(block.kept, lesson, withAnswers, next())];
    const { item } = block;
    const group = groups.get(item.id);
    const task: PaperTask = {
      type: 'item',
      number: next(),
      view: viewOf(course, lesson, item, withAnswers),
      scenes: item.kind === 'scenario' ? scenesOf(item.content, withAnswers) : [],
      aboutFigures: figures.has(item.id),
    };
    return group ? [groupTask(group, course), task] : [task];
  });
}

/** In the order that a learner of no name meets it, on both sheets alike. */
function viewOf(course: Course, lesson: Lesson, item: Item, withAnswers: boolean): ItemView {
  const whose = { learner: 'paper', course: course.id, lesson: lesson.id };
  return itemView(item, whose, withAnswers ? answered(item) : untouchedItem, null);
}

const answered = (item: Item): ItemState => ({
  ...untouchedItem,
  revision: item.revision,
  tries: 1,
  answer: kindOf(item.kind).key(item.content).answer,
  settled: true,
});

function keptTask(block: Kept, lesson: Lesson, withAnswers: boolean, number: number): PaperTask {
  const history = { state: undefined, cards: new Map(), draft: undefined };
  const view = keptView(block, history, lesson.id, [], () => undefined);
  const model = withAnswers && block.kind === 'reflect' ? block.content.model : [];
  if (view.kind !== 'cards' || withAnswers) return { type: 'kept', number, view, model };
  // What a card means is its answer.
  const cards = view.shown.cards.map((card) => ({ ...card, meaning: [] }));
  return { type: 'kept', number, view: { ...view, shown: { cards } }, model };
}

const groupTask = ({ kind, items, pick, pass }: Group, course: Course): PaperTask => ({
  type: 'group',
  kind,
  of: items.length,
  pick,
  pass: pass ?? course.texts[0].matter.pass,
});

const scenesOf = ({ scenes }: ScenarioContent, withAnswers: boolean): PaperScene[] =>
  scenes.map(({ title, prose, outcome, choices }) => ({
    title,
    prose,
    isEnd: outcome !== null,
    choices: choices.map(({ words, to, feedback }) => ({
      words,
      to,
      feedback: withAnswers ? feedback : [],
    })),
    outcome: withAnswers ? outcome : null,
  }));

/** The questions that stand among figures to play with. */
function idsInFigures(nodes: readonly Prose[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown, isInside: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, id } = value as { type?: unknown; id?: unknown };
    if (isInside && type === 'item' && typeof id === 'string') found.add(id);
    for (const each of Object.values(value)) walk(each, isInside || type === 'whatif');
  };
  walk(nodes, false);
  return found;
}
