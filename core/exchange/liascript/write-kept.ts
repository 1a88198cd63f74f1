// A block that nobody grades → a survey of LiaScript, or text.
import type { Kept } from '../../course/kept/kept';
import type { Inline } from '../../course/prose';
import type { BlockWords } from './block-words';

export function writeKept(block: Kept, words: BlockWords): string {
  const question = words.text(block.question);
  const below = (body: string): string =>
    [question, body].filter((each) => each !== '').join('\n\n');
  switch (block.kind) {
    case 'poll': {
      const { content } = block;
      if (content.pair) words.say('left-out', 'setting', block.line, { kind: 'pair' });
      const options =
        content.type === 'list'
          ? content.options.map((option) => words.line(option))
          : scaleOf(content.from, content.to, words.line(content.low), words.line(content.high));
      if (content.type === 'scale') words.becomes('poll', block);
      return below(options.map((option, at) => `[(${at + 1})] ${option}`).join('\n'));
    }
    case 'reflect': {
      const model = words.text(block.content.model);
      // So `around-quiz.ts` finds it again.
      const folded = model === '' ? '' : `<details><summary>…</summary>\n\n${model}\n\n</details>`;
      return below(['[[___ ___ ___ ___]]', folded].filter((each) => each !== '').join('\n\n'));
    }
    case 'checklist':
      words.say('changed', 'block', block.line, { kind: 'checklist' });
      return below(block.content.items.map((item) => `- [ ] ${words.line(item)}`).join('\n'));
    case 'cards': {
      words.say('changed', 'block', block.line, { kind: 'cards' });
      const blank: Inline[] = [{ type: 'text', text: '–' }];
      const rows = block.content.cards.map(({ term, meaning }) => [
        term,
        meaning.flatMap((node) => (node.type === 'paragraph' ? node.children : [])),
      ]);
      return below(words.table([[blank, blank], ...rows]));
    }
    default:
      words.say('left-out', 'question-left-out', block.line, {
        kind: `${block.kind} #${block.id}`,
      });
      return question;
  }
}

const scaleOf = (from: number, to: number, low: string, high: string): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const words = at === 0 ? low : at === to - from ? high : '';
    return `${from + at}${words === '' ? '' : ` – ${words}`}`;
  });
