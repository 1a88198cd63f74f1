// Texts that are hard to read: pieces for random ones, and patterns that take a careless parser long.
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { allKinds, gradedKinds } from '../core/course/blocks';
import { allExamples } from './commonmark';

/** `%` becomes a word of its own, so that a test can look where it went. */
const pieces = [
  ...['%', ' ', '\n', '\n\n', '\t', '    ', '\r\n', '\\', '\u00a0', 'ü', '😀', '\0', '\ufeff'],
  ...['*%*', '**', '__%', '~~%~~', '`%`', '``', '*', '_'],
  ...['[%](a.md)', '[%](javascript:a)', '![%](a.svg)', '[%', '](', ')', '![', '[[%]]', '[[', ']]'],
  ...['[[> % | %]]', '[[= 1]]', '[^%]', '^[%]', '[^1]', '\n[^1]: %\n', '\n[^%]: %\n\n    %\n'],
  ...['<b>%</b>', '<a href="%', '<!-- % -->', '<%@a.example>', '<', '>', '&amp;', '&#0;', '&'],
  ...['{{org.a | %}}', '{{', '}}', '{%}', '{pin}', '{'],
  ...['\n# %\n', '\n## %\n', '\n%\n---\n', '\n***\n', '\n> %\n', '\n> > %', '\n> [!NOTE] %\n'],
  ...['\n> [!HINT] %\n', '\n> [!WHY] %\n', '\n> [!WHAT] %\n', '\n- %\n', '\n1. %\n', '\n  - %\n'],
  ...['\n- [ ] %\n', '\n- [x] %\n  > %\n', '\n- [X] % {pin}\n', '\n  > %\n', '\n   %\n'],
  ...['\n| % | % |\n| - | - |\n| % | % |\n', '\n| %\n', '|', '\n|-|\n', '\\|'],
  ...['\n```\n%\n```\n', '\n```\n', '\n~~~~\n', '\n````\n%', '\n    %\n'],
  ...['\n:::\n', '\n::::\n', '\n::: %\n', ':::', '\n::: details %\n', '\n:::: details\n'],
  ...['\n::: choice #a\n', '\n::: choice #b {points=%}\n', '\n:::: truefalse #c\n'],
  ...['\n:::: inbox #g\n', '\n::: message #h {verdict=phish}\n', '\nfrom: % <a@b.example>\n'],
  ...['subject: %\n', '\n---\n', '\n> [!CLUE link] %\n', '\n> [!CLUE %]\n'],
  ...['\n::: order #d\n', '\n::: match\n', '\n::: blanks #e\n', '\n:::: blanks #f {typos=1}\n'],
  ...['\n::: mark #h\n', '\n::: mark #i {unit=line}\n', '\n::: mark #j {unit=sentence}\n'],
  ...['\n::: form #k\n', '\n::: form #l {title=%}\n', '**%** / %', ' / ', ' \\/ '],
  ...['==%==', '==', '=', '%. %', '**%%**'],
  ...['\n::: sort #g\n', '\n- %\n  - %\n    > %\n', '\n    > %\n'],
  ...['\n::: scenario #s {meters="a 1"}\n', '\n- [%](#a) {a+1 if="a>0"}\n  > %\n'],
  ...['\n::: repair #r\n', '\n\n---\n\n%\n', '\n- words <= 9\n  > %\n', '\n- says "%" (%)\n'],
  ...['\n### a {outcome=good}\n', '\n### % {outcome=%}\n', '\n- [%](#%)\n'],
  ...[
    '\n::: figure\n![%](a.svg)\n\n%\n\n---\n\n%\n:::\n',
    '\n  ::: details %\n',
    '\n> ::: details %\n',
  ],
];

/** Random texts, and the words in them that must not get lost. */
export const nastyTexts: fc.Arbitrary<{ text: string; words: string[] }> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((chosen) => {
    const words: string[] = [];
    const text = chosen.join('').replace(/%/g, () => {
      const word = `word${words.length}x`;
      words.push(word);
      return word;
    });
    return { text, words };
  });

/** Numbers that look random and are the same each time: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lines that open each kind of block, some with what nobody should write behind them. */
const openings = allKinds.flatMap((kind) =>
  ['', ' #a', ' #b {points=2}', ' {src=assets/a.svg captions="', ' Title'].flatMap((more) => [
    `\n::: ${kind}${more}\n`,
    `\n:::: ${kind}${more}\n`,
    `\n> :::::${kind}${more}\n`,
  ]),
);

const everything = [
  ...pieces.map((piece) => piece.replaceAll('%', 'word')),
  ...openings,
  ...Object.values(gradedKinds).map(({ sample }) => `\n${sample}\n`),
  // HTML and all: whatever the specification holds.
  ...allExamples.map(({ markdown }) => `\n${markdown}`),
  ...['\n\n', '\n', '\n', ' ', '  \n', '\t\n', '\n:::\n', '\n::::\n'],
];

/** Code that nothing ends would swallow all that follows: mostly, it is ended. */
function withEnd(text: string, isLeftOpen: boolean): string {
  const last = markdownIt('commonmark').parse(`${text}\n\nend`, {}).at(-1);
  return last?.type !== 'fence' || isLeftOpen ? text : `${text}\n${last.markup}\n`;
}

/** So many lines of everything there is, in an order that the seed decides. */
export function hostileLines(count: number, seed: number): string {
  const random = randomFrom(seed);
  const chapter = (): string => {
    const chosen: string[] = [];
    for (let at = 0; at < 40; at++) {
      const piece = everything[Math.floor(random() * everything.length)] ?? '';
      // Half the questions have an id of their own, so that they are asked.
      const id = `:::$1 #q${Math.floor(random() * 1e9)}`;
      chosen.push(random() < 0.5 ? piece.replace(/:::( ?\w+) #[\w-]+/, id) : piece);
    }
    return withEnd(chosen.join(''), random() < 0.005);
  };
  const lines: string[] = [];
  while (lines.length < count) lines.push(...chapter().split('\n'));
  return lines.slice(0, count).join('\n');
}

const yamlPieces = [
  ...['title: T\n', 'objectives: [a]\n', 'id: a\n', ': ', '- ', '\n', '  ', '{', '}', '[', ']'],
  ...[',', '"', "'", '#', '&a', '*a', '!!js', '!', '|', '>', '%', '---\n', '...\n', '\t', '? '],
  ...['<<: ', '__proto__: 1\n', 'constructor: 1\n', 'minutes: ', '1e999', '.nan', 'null', '~'],
];

export const nastyMatter: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...yamlPieces), { maxLength: 30 })
  .map((chosen) => `---\n${chosen.join('')}\n---\n`);

const times = (text: string, count: number): string => text.repeat(count);
const each = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const block = (body: string, kind = 'blanks', attributes = ''): string =>
  `::: ${kind} #a ${attributes}\n${body}\n:::\n`;

/** Each took, or might take, a careless parser quadratic time; `n` is how often it is repeated. */
export const patterns: Record<string, (n: number) => string> = {
  'deep quotes': (n) => times('> ', n),
  'quotes and lazy lines by turns': (n) => times('> a\nb\n\n', n),
  'quotes that end before their lazy lines': (n) => times('>***\na\n', n),
  'deep lists': (n) => times('- ', n),
  'lists that fall and rise': (n) => times('- a\n  - b\n    - c\n- d\n', n),
  'brackets that stay open': (n) => times('[', n),
  'nested brackets': (n) => times('[', n) + times(']', n),
  'links that stay open': (n) => times('[a](<b', n),
  'images in images': (n) => `${times('![', n)}a${times('](u)', n)}`,
  'notes in notes': (n) => `${times('^[', n)}a${times(']', n)}`,
  'notes in place': (n) => times('^[a]', n),
  'references to notes that stay open': (n) => `[^a]: b\n\n${times('[^', n)}`,
  'many notes': (n) => `${each(n, (at) => `[^${at}]`)}\n\n${each(n, (at) => `[^${at}]: a\n`)}`,
  'one note, many references': (n) => `${times('[^a] ', n)}\n\n[^a]: b\n`,
  'gaps that stay open': (n) => block(times('[[', n)),
  'gaps that stay open, in paragraphs': (n) => block(times('[[a\n\n', n)),
  'empty gaps in one line': (n) => block(times('[[]] ', n)),
  'menus and their feedback': (n) =>
    block(
      `${each(n, (at) => `[[> a${at} | b${at}]] `)}\n\n${each(n, (at) => `- [ ] b${at}\n  > f\n`)}`,
    ),
  'runs of stars': (n) => `${times('*', n)}a${times('*', n)}`,
  'stars that stay open': (n) => times('*a _b ', n),
  'nested strong text': (n) => `${times('*a **a ', n)}b${times(' a** a*', n)}`,
  'definitions of links': (n) => each(n, (at) => `[a${at}]: b\n`) + times('[a1]', n),
  'definitions whose titles stay open': (n) => times('[a]: b "\n', n),
  'cells of a table': (n) => `|a|b|\n|-|-|\n${times('|x|y|\n', n)}`,
  'columns of a table': (n) => `|${times('a|', n)}\n|${times('-|', n)}\n|${times('x|', n)}\n`,
  'what might be a table': (n) => times('a|b\n', n),
  'tags that stay open': (n) => times('<a ', n),
  'attributes that stay open': (n) => times('<a b="', n),
  'comments that stay open': (n) => times('<!-- ', n),
  'backticks of every length': (n) =>
    each(Math.ceil(Math.sqrt(2 * n)), (at) => `a${times('`', at + 1)}`),
  'blocks that stay open': (n) => times('::: details a\n', n),
  'unknown blocks': (n) => times('::: zzz\n\n', n),
  'colons that rise': (n) =>
    each(Math.ceil(Math.sqrt(2 * n)), (at) => `${times(':', at + 3)} details a\n`),
  'colons that fall': (n) => {
    const count = Math.ceil(Math.sqrt(2 * n));
    return each(count, (at) => `${times(':', count - at + 3)} details a\n`);
  },
  'colons that fall and rise again': (n) =>
    times(
      each(40, (at) => `${times(':', 43 - at)} details a\n`) +
        each(40, (at) => `${times(':', at + 3)}\n`),
      Math.ceil(n / 80),
    ),
  'closing lines': (n) => times(':::\n', n),
  'fences in blocks': (n) => times('::: details a\n```` x\n``` y\n', n),
  'one long unknown block': (n) => `::: zzz\n${times('a\n\n', n)}`,
  'spaces in an opening line': (n) => `::: details a${times(' ', n)}b\n:::\n`,
  'spaces in an answer': (n) =>
    block(`Q\n\n- [x] a${times(' ', n)}b {pin}\n  > f\n- [ ] c\n  > f\n`, 'choice'),
  'attributes of a block': (n) => `::: details {${each(n, (at) => `a${at} `)}} T\n:::\n`,
  answers: (n) => block(`Q\n\n${each(n, (at) => `- [ ] a${at}\n  > f\n`)}`, 'choice'),
  'settings of a form': (n) =>
    block(`Q\n\n|a|b|c|\n|-|-|-|\n${each(n, (at) => `|${at}|**x** / y|z|\n`)}`, 'form'),
  'choices of one setting': (n) =>
    block(`Q\n\n|a|b|c|\n|-|-|-|\n|a|**x**${times(' / y', n)}|z|\n`, 'form'),
  'one run of backticks among choices': (n) =>
    block(`Q\n\n|a|b|c|\n|-|-|-|\n|a|**x** / ${times('`', n)} / y|z|\n`, 'form'),
  'backticks among choices': (n) =>
    block(`Q\n\n|a|b|c|\n|-|-|-|\n|a|**x** / ${times('` / ', n)}|z|\n`, 'form'),
  'marks that stay open': (n) => block(times('==', n), 'mark'),
  'passages and what is said about them': (n) =>
    block(
      `Q\n\n${each(n, (at) => `a ==b${at}== `)}\n\n${each(n, (at) => `- [x] b${at}\n  > f\n`)}`,
      'mark',
    ),
  'one word, and phrases of it that end otherwise': (n) =>
    block(`Q\n\n==b== ${times('a ', n)}\n\n- [ ] ${times('a ', n)} c\n  > f\n`, 'mark'),
  'one passage in many places': (n) =>
    block(`Q\n\n${times('==a== ', n)}\n\n- [x] a\n  > ${times('f', n)}\n`, 'mark'),
  'sentences to mark': (n) =>
    block(`Q\n\n${times('==A b.== C d. ', n)}`, 'mark', '{unit=sentence}'),
  'passages of one sentence': (n) => block(`Q\n\n${times('==a== ', n)}`, 'mark', '{unit=sentence}'),
  'words without letters': (n) => block(`Q\n\n==${times('!', n)}== ${times('! ', n)}`, 'mark'),
  'groups to sort into': (n) =>
    block(`Q\n\n${each(n, (at) => `- g${at}\n  - a${at}\n    > f\n`)}`, 'sort'),
  'items of one group': (n) =>
    block(`Q\n\n- g\n${each(n, (at) => `  - a${at}\n    > f\n`)}`, 'sort'),
  'checks of a text': (n) =>
    block(
      `Q\n\n---\n\ntext\n\n${each(n, (at) => `- never says "a${at}"\n  > f\n`)}\n---\n\nmodel\n`,
      'repair',
    ),
  'texts to repair': (n) =>
    each(n, (at) =>
      block('Q\n\n---\n\n[a](x:b) is sent\n\n- words <= 2\n\n---\n\nb\n', 'repair').replace(
        '#a',
        `#a${at}`,
      ),
    ),
  'phrases of one check': (n) =>
    block(`Q\n\n---\n\ntext\n\n- says ${times('"a" | ', n)}"text"\n\n---\n\ntext\n`, 'repair'),
  'spaces in a check': (n) =>
    block(`Q\n\n---\n\ntext\n\n- says${times(' ', n)}"a"${times(' ', n)}|\n\n---\n\na\n`, 'repair'),
  scenes: (n) =>
    block(
      `Q\n\n${each(n, (at) => `### s${at}\n\n- [a](#s${at + 1})\n  > f\n- [b](#s0)\n  > f\n\n`)}### s${n} {outcome=good}\n`,
      'scenario',
    ),
  'choices of one scene': (n) =>
    block(
      `Q\n\n### a\n\n${each(n, (at) => `- [c${at}](#b) {a+1}\n  > f\n`)}\n### b {outcome=good}\n`,
      'scenario',
    ).replace('#a', '#a {meters="a 1"}'),
  'scenes nobody comes to': (n) =>
    block(`Q\n\n${each(n, (at) => `### s${at}\n\n- [a](#none)\n`)}`, 'scenario'),
  'ways without end': (n) =>
    block(
      `Q\n\n### a\n\n${times('- [a](#a) {a+1}\n  > f\n', n)}\n### b {outcome=good}\n`,
      'scenario',
    ).replace('#a', '#a {meters="a 1"}'),
  'conditions of one choice': (n) =>
    block(
      `Q\n\n### a\n\n- [a](#b) {if="a>0${times(' and a>0', n)}"}\n\n### b {outcome=good}\n`,
      'scenario',
    ),
  questions: (n) => each(n, (at) => `::: truefalse #a${at}\nQ\n\n- [x] a\n  > f\n:::\n`),
  'questions with one id': (n) => times(block('Q\n\n- [x] a\n  > f\n', 'truefalse'), n),
  'refused links in one line': (n) => each(n, (at) => `[a](x:${at}) `),
  'refused links by name in one line': (n) =>
    `${each(n, (at) => `[${at}]`)}\n\n${each(n, (at) => `[${at}]: x:${at}\n`)}`,
  'messages of an inbox': (n) =>
    `:::: inbox #a\nQ\n\n${each(n, (at) => `::: message #a${at} {verdict=phish}\nfrom: a@b.example\nsubject: s\n---\n[a](b)\n\n> [!CLUE link] c\n\n> [!WHY] w\n:::\n`)}::::\n`,
  'messages with one id': (n) =>
    `:::: inbox #a\nQ\n\n${times('::: message #a {verdict=phish}\nfrom: a@b.example\nsubject: s\n---\nb\n:::\n', n)}::::\n`,
  'clues and links of one message': (n) =>
    `:::: inbox #a\nQ\n\n::: message #b {verdict=phish}\nfrom: a@b.example\nsubject: s\n---\n${times('[a](b) ', n)}\n\n${each(n, (at) => `> [!CLUE link ${at}] c\n\n`)}:::\n::::\n`,
  'the head of a message': (n) =>
    `:::: inbox #a\nQ\n\n::: message #b {verdict=phish}\n${each(n, (at) => `x${at}: y\n`)}to: ${times('a@b.example, ', n)}\nattachments: [${times('a,', n)}]\n---\nc\n:::\n::::\n`,
  'equal headings': (n) => each(n, (at) => `## a\n\n## a ${at}\n\n`),
  addresses: (n) => times('https://a.example/( ', n),
  'addresses without end': (n) => times('http://', n),
  'words of the organisation that stay open': (n) => times('{{org.a |', n),
  'entities and escapes': (n) => times('&amp;&#\\', n),
  'everything, shuffled': (n) => hostileLines(n, 1),
  'trailing spaces': (n) => times('a  \nb \t\n', n),
  'long sentences': (n) => times('word word, ', n),
  'sentences without a space': (n) => times('a.b.', n),
  'names of computers': (n) => each(n, (at) => `\`a${at}.com\` `),
  'keys of front matter': (n) => `---\n${each(n, (at) => `k${at}: 1\n`)}---\n`,
  'brackets of front matter': (n) => `---\na: ${times('[', n)}\n---\n`,
};
