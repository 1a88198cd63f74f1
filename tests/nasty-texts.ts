// Texts that are hard to read: pieces for random ones, and patterns that take a careless parser long.
import fc from 'fast-check';

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
const block = (body: string, kind = 'blanks'): string => `::: ${kind} #a\n${body}\n:::\n`;

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
  'keys of front matter': (n) => `---\n${each(n, (at) => `k${at}: 1\n`)}---\n`,
  'brackets of front matter': (n) => `---\na: ${times('[', n)}\n---\n`,
};
