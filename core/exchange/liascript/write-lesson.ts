// The text of a lesson → LiaScript, with its questions where they stand.
import { anchorOf } from '../../course/anchor';
import type { Item } from '../../course/item';
import type { Kept } from '../../course/kept/kept';
import type { Prose } from '../../course/prose';
import { nameOf } from '../markdown-folder/names';
import type { Say } from '../markdown-folder/report';
import { BlockWords } from './block-words';
import { type ProseWriting, writeProse } from './prose';
import { writeKept } from './write-kept';
import { type WrittenQuiz, writeQuiz } from './write-quiz';

export class LessonWriter {
  private readonly items: Map<string, Item>;
  private readonly kept: Map<string, Kept>;
  private readonly words: BlockWords;
  /** Line of what is being written. */
  private here = 1;
  /** Files that were named, each once. */
  private readonly beside = new Set<string>();

  constructor(
    private readonly say: Say,
    private readonly titles: ReadonlyMap<string, string>,
    /** What the course says where a question says nothing. */
    private readonly asksSure: boolean,
    items: readonly Item[],
    kept: readonly Kept[],
  ) {
    this.items = new Map(items.map((item) => [item.id, item]));
    this.kept = new Map(kept.map((block) => [block.id, block]));
    this.words = new BlockWords(say, (gap) => this.writing(gap));
  }

  write(prose: readonly Prose[]): string {
    return writeProse(prose, this.writing());
  }

  private writing(gap: ProseWriting['gap'] = () => '…'): ProseWriting {
    return {
      gap,
      deeper: 1,
      block: (id) => {
        const item = this.items.get(id);
        if (item) return this.item(item);
        const block = this.kept.get(id);
        return block ? writeKept(block, this.words) : '';
      },
      at: (line) => {
        this.here = line;
      },
      file: (path, anchor) => {
        const title = this.titles.get(nameOf(path));
        if (title === undefined) {
          if (!this.beside.has(path)) this.say('changed', 'file-beside', this.here, { path });
          this.beside.add(path);
          return path;
        }
        return `#${anchor ?? anchorOf(title)}`;
      },
      lost: (line, kind) => this.say('changed', 'block', line, { kind }),
    };
  }

  private item(item: Item): string {
    const { words } = this;
    this.here = item.line;
    for (const kind of settingsOf(item, this.asksSure)) {
      this.say('left-out', 'setting', item.line, { kind });
    }
    const written = writeQuiz(item, words);
    if (!written) return this.leftOut(item);
    const question = words.text(item.question);
    const tries = item.tries === null ? [] : [`<!-- data-max-trials="${item.tries}" -->`];
    const hints = item.hints.map((hint) => `[[?]] ${words.line(hint)}`);
    const asked = [...tries, written.quiz, ...hints, ...this.solution(item, written)].join('\n');
    return [question, asked].filter((text) => text !== '').join('\n\n');
  }

  /** What has no counterpart is told as far as it can be read. */
  private leftOut(item: Item): string {
    this.say('left-out', 'question-left-out', item.line, { kind: `${item.kind} #${item.id}` });
    return this.words.text([...item.question, ...item.why]);
  }

  /** What is said about each answer, then the explanation. */
  private solution(item: Item, { answers }: WrittenQuiz): string[] {
    const said = answers
      .filter(({ feedback }) => feedback.length > 0)
      .map(({ text, feedback }) => {
        const lines = this.words.text(feedback).split('\n');
        return [`- ${text}`, ...lines.map((each) => `  > ${each}`.trimEnd())].join('\n');
      });
    const why = this.words.text(item.why);
    const parts = [said.join('\n'), why].filter((text) => text !== '');
    if (parts.length === 0) return [];
    const stars = '*'.repeat(40);
    return [stars, '', parts.join('\n\n'), '', stars];
  }
}

/** What is set on a block, and LiaScript has no word for. */
const settingsOf = (item: Item, asksSure: boolean): string[] =>
  [
    item.points !== 1 && `points=${item.points}`,
    item.hintCost > 0 && `hintcost=${item.hintCost}`,
    item.sure !== null && item.sure !== asksSure && `sure=${item.sure ? 'yes' : 'no'}`,
    !item.review && 'review=no',
    !item.shuffled && 'shuffle=no',
    item.competence !== null && `competence=${item.competence}`,
    JSON.stringify(item.content).includes('"pinned":true') && 'pin',
  ].filter((each) => each !== false);
