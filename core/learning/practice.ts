// A lesson played without a service: the same questions, grades and views, kept in memory only. For
// an author's preview, and wherever a lesson is played outside the app.
import { kindOf } from '../course/blocks';
import type { Lesson } from '../course/course';
import type { Group } from '../course/group';
import type { Item } from '../course/item';
import { keptKindOf } from '../course/kept';
import type { Kept } from '../course/kept/kept';
import type { GroupView, ItemView, KeptView } from '../views';
import { completeDraft, fromScreen, graded } from './answering';
import type { CourseState } from './course-state';
import { type Draft, onlyAttempt } from './draft';
import { itemsInPlay } from './draw';
import type { ItemEvent } from './events';
import { applyGroupEvent, type GroupState, untouchedGroup } from './group-state';
import { groupItems, groupView, itemStateOf } from './group-view';
import { itemKey } from './item-key';
import { applyItemEvent, earnedShare, type ItemState, untouchedItem } from './item-state';
import { itemView, testOf, type Whose } from './item-view';
import { applyCardEvent, applyKeptEvent, type CardState, type KeptState } from './kept-state';
import { keptView } from './kept-view';
import type { PracticeState } from './practice-state';
import type { RecallGrade } from './recall-grades';

/** What a lesson is played in. */
export interface PracticeSetting {
  course: string;
  /** Version of the course. */
  version: string;
  /** Pass mark of the course, per cent. */
  pass: number;
  /** Another one shuffles and draws in another way. */
  seed: string;
  now: () => Date;
  /** Hears of each step on a question, once it is taken. */
  heard?: (event: ItemEvent, item: Item) => void;
  /** The lessons it stands among, where a block may speak of another lesson. */
  around?: {
    lessons: readonly Lesson[];
    keptIn: (lesson: string, block: string) => KeptState | undefined;
  };
}

export interface PracticeView {
  items: ItemView[];
  groups: GroupView[];
  kept: KeptView[];
}

/** An identity that no store ever sees. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** What only a real store would need of an event. */
const stampOf = (setting: PracticeSetting, lesson: string) => ({
  id: nobody,
  learner: nobody,
  device: nobody,
  at: setting.now().toISOString(),
  course: setting.course,
  version: setting.version,
  lesson,
});

export class Practice {
  private readonly items = new Map<string, ItemState>();
  private readonly groups = new Map<string, GroupState>();
  private readonly kept = new Map<string, KeptState>();
  private readonly cards = new Map<string, Map<string, CardState>>();
  private readonly drafts = new Map<string, Draft>();

  constructor(
    private lesson: Lesson,
    private readonly setting: PracticeSetting,
  ) {}

  /** The author wrote on: answers stay with what is still asked, as they do for a learner. */
  become(lesson: Lesson): void {
    this.lesson = lesson;
  }

  /** As if nobody had answered anything. */
  reset(): void {
    for (const all of [this.items, this.groups, this.kept, this.cards, this.drafts]) all.clear();
  }

  view(): PracticeView {
    const { lesson, state } = this;
    return {
      items: itemsInPlay(lesson, state).map((item) => this.itemView(item)),
      groups: lesson.groups.map((group) => groupView(lesson, group, state, this.setting.pass)),
      kept: lesson.kept.map((block) => this.keptView(block)),
    };
  }

  /** Points earned so far, and points to be had. */
  score(): { points: number; possible: number } {
    const { items } = this.view();
    return {
      points: items.reduce((sum, { earned }) => sum + (earned ?? 0), 0),
      possible: items.reduce((sum, { points }) => sum + points, 0),
    };
  }

  /** False where the answer is none, or nothing can be answered (any more). */
  answer(id: string, given: unknown, sure: boolean | null, seconds: number | null = null): boolean {
    const item = this.item(id);
    if (!item || this.testOf(item) !== null) return false;
    const state = this.stateOf(item);
    const answer = fromScreen(item, this.whose, state.attempt, given);
    if (state.settled || answer === undefined) return false;
    if (!kindOf(item.kind).isComplete(item.content, answer)) return false;
    this.record(this.answered(item, answer, sure, seconds), item);
    return true;
  }

  hint(id: string): void {
    const item = this.item(id);
    if (!item || this.stateOf(item).hints >= item.hints.length) return;
    this.record({ type: 'item.hinted', ...this.onItem(item) }, item);
  }

  reveal(id: string): void {
    const item = this.item(id);
    if (item) this.record({ type: 'item.revealed', ...this.onItem(item) }, item);
  }

  restart(id: string): void {
    const item = this.item(id);
    if (!item) return;
    const on = this.onItem(item);
    this.record({ type: 'item.restarted', ...on, attempt: on.attempt + 1 }, item);
  }

  /** Shows the right answer of everything that is still open, as an author wants to see it. */
  revealAll(): void {
    for (const item of itemsInPlay(this.lesson, this.state)) {
      if (!this.stateOf(item).settled) this.reveal(item.id);
    }
  }

  /** Half an answer, as it stands on screen; null forgets it. */
  saveDraft(id: string, given: unknown): void {
    const item = this.item(id);
    if (given === null) this.drafts.delete(id);
    else if (item) {
      const { attempt, settled } = this.stateOf(item);
      const answer = fromScreen(item, this.whose, attempt, given);
      if (settled || answer === undefined) return;
      this.drafts.set(id, { revision: item.revision, attempt, answer });
    } else {
      const block = this.block(id);
      const checked = block && keptKindOf(block.kind).answer.safeParse(given);
      if (!block || !checked?.success) return;
      const draft = { revision: block.revision, attempt: onlyAttempt, answer: checked.data };
      this.drafts.set(id, draft);
    }
  }

  keep(id: string, given: unknown): boolean {
    const block = this.block(id);
    if (!block) return false;
    const kind = keptKindOf(block.kind);
    const checked = kind.answer.safeParse(given);
    if (!checked.success || !kind.isComplete(block.content, checked.data)) return false;
    const { revision } = block;
    const at = this.setting.now().toISOString();
    this.kept.set(
      id,
      applyKeptEvent({
        type: 'block.kept',
        ...stampOf(this.setting, this.lesson.id),
        item: id,
        revision,
        at,
        answer: checked.data as never,
        private: block.private,
      }),
    );
    this.drafts.delete(id);
    return true;
  }

  recall(id: string, card: string, grade: RecallGrade): void {
    const block = this.block(id);
    if (!block) return;
    const cards = this.cards.get(id) ?? new Map<string, CardState>();
    const event = {
      type: 'card.recalled' as const,
      ...stampOf(this.setting, this.lesson.id),
      item: id,
      revision: block.revision,
      card,
      grade,
      seconds: null,
    };
    this.cards.set(id, cards.set(card, applyCardEvent(cards.get(card), event)));
  }

  /** Hands in a test: what was given is graded, what was left open is shown. */
  finishTest(id: string): void {
    const group = this.group(id);
    const own = this.groups.get(this.key(id)) ?? untouchedGroup;
    if (group?.kind !== 'test' || own.finishedAt !== null) return;
    const items = groupItems(this.lesson, group, this.state);
    let points = 0;
    for (const item of items) {
      const { attempt, settled } = this.stateOf(item);
      if (settled) continue;
      const answer = completeDraft(item, attempt, this.drafts.get(item.id));
      if (answer === undefined) this.reveal(item.id);
      else {
        const event = this.answered(item, answer, null, null);
        points += earnedShare(event) * event.possible;
        this.record(event, item);
      }
    }
    this.groups.set(
      this.key(id),
      applyGroupEvent(own, {
        type: 'test.finished',
        ...stampOf(this.setting, this.lesson.id),
        group: id,
        attempt: own.attempt,
        points,
        possible: items.reduce((sum, item) => sum + item.points, 0),
        pass: group.pass ?? this.setting.pass,
        placement: group.placement,
      }),
    );
  }

  /** A test anew, or other questions from a pool. */
  restartGroup(id: string): void {
    const group = this.group(id);
    if (!group) return;
    const own = this.groups.get(this.key(id)) ?? untouchedGroup;
    for (const item of groupItems(this.lesson, group, this.state)) {
      const { tries, hints, settled } = this.stateOf(item);
      if (tries > 0 || hints > 0 || settled) this.restart(item.id);
      this.drafts.delete(item.id);
    }
    this.groups.set(
      this.key(id),
      applyGroupEvent(own, {
        type: 'group.restarted',
        ...stampOf(this.setting, this.lesson.id),
        group: id,
        attempt: own.attempt + 1,
        share: 0,
      }),
    );
  }

  /** What was done so far, as JSON; nothing of the lesson itself. */
  save(): PracticeState {
    const cards = [...this.cards].map(([id, all]) => [id, Object.fromEntries(all)] as const);
    return {
      items: this.byId(this.items) as PracticeState['items'],
      groups: this.byId(this.groups),
      kept: Object.fromEntries(this.kept) as PracticeState['kept'],
      cards: Object.fromEntries(cards),
      drafts: Object.fromEntries(this.drafts) as PracticeState['drafts'],
    };
  }

  /** Goes on where `save` left off; what the lesson no longer has does no harm. */
  restore({ items, groups, kept, cards, drafts }: PracticeState): void {
    this.reset();
    for (const [id, each] of Object.entries(items)) this.items.set(this.key(id), each);
    for (const [id, each] of Object.entries(groups)) this.groups.set(this.key(id), each);
    for (const [id, each] of Object.entries(kept)) this.kept.set(id, each);
    for (const [id, all] of Object.entries(cards)) this.cards.set(id, new Map(Object.entries(all)));
    for (const [id, each] of Object.entries(drafts)) this.drafts.set(id, each);
  }

  keptIn = (id: string): KeptState | undefined => this.kept.get(id);

  /** What is known of the lesson's questions, tests and pools. */
  get state(): CourseState {
    const { seed } = this.setting;
    return { lessons: new Map(), items: this.items, groups: this.groups, seed };
  }

  private get whose(): Whose {
    return { learner: this.setting.seed, course: this.setting.course, lesson: this.lesson.id };
  }

  private byId<State>(states: ReadonlyMap<string, State>): Record<string, State> {
    const begins = this.key('').length;
    return Object.fromEntries([...states].map(([key, each]) => [key.slice(begins), each]));
  }

  private key = (id: string): string => itemKey(this.lesson.id, id);
  private item = (id: string): Item | undefined => this.lesson.items.find((each) => each.id === id);
  private block = (id: string): Kept | undefined => this.lesson.kept.find((each) => each.id === id);
  private group = (id: string): Group | undefined =>
    this.lesson.groups.find((each) => each.id === id);
  private stateOf = (item: Item): ItemState => itemStateOf(this.lesson, item, this.state);
  private testOf = (item: Item): ItemView['test'] => testOf(this.lesson, item.id, this.state);

  private itemView(item: Item): ItemView {
    const stored = this.items.get(this.key(item.id)) ?? untouchedItem;
    return itemView(item, this.whose, stored, this.testOf(item), this.drafts.get(item.id));
  }

  private keptView(block: Kept): KeptView {
    const { id } = block;
    const history = {
      state: this.kept.get(id),
      cards: this.cards.get(id) ?? new Map<string, CardState>(),
      draft: this.drafts.get(id),
    };
    const { lessons, keptIn } = this.setting.around ?? {
      lessons: [this.lesson],
      keptIn: (_, other) => this.kept.get(other),
    };
    return keptView(block, history, this.lesson.id, lessons, keptIn);
  }

  private onItem(item: Item) {
    const { revision } = item;
    const { attempt } = this.stateOf(item);
    return { ...stampOf(this.setting, this.lesson.id), item: item.id, revision, attempt };
  }

  private answered(
    item: Item,
    answer: unknown,
    sure: boolean | null,
    seconds: number | null,
  ): Extract<ItemEvent, { type: 'item.answered' }> {
    return {
      type: 'item.answered' as const,
      ...this.onItem(item),
      ...graded(item, this.stateOf(item), this.testOf(item), answer, sure),
      seconds,
      language: '',
      pass: this.setting.pass,
    };
  }

  private record(event: ItemEvent, item: Item): void {
    const key = this.key(event.item);
    this.items.set(key, applyItemEvent(this.items.get(key) ?? untouchedItem, event));
    if (event.type !== 'item.hinted') this.drafts.delete(event.item);
    this.setting.heard?.(event, item);
  }
}
