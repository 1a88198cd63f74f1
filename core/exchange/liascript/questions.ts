// A quiz or survey of LiaScript → blocks of Deskwise.
import { wordsOf } from '../markdown-folder/course-text';
import { isBlank, type Line, textOf, trimmed } from '../markdown-folder/lines';
import { idOf, type Names } from '../markdown-folder/names';
import type { Say } from '../markdown-folder/report';
import { liaWords } from './prose';
import { type Asked, gapForm, type Option, type Quiz, splitOptions } from './quiz';

/** A block that was written. */
export interface Made {
  id: string;
  kind: string;
  line: number;
  /** In short. */
  question: string;
}

export interface Writing {
  say: Say;
  /** Markdown of a LiaScript text. */
  markdown(lines: readonly Line[]): Line[];
  ids: Names;
  /** What asks the question: a paragraph before it, else the words of its heading. */
  question: readonly Line[];
  tries: number | undefined;
  made(block: Made): void;
}

/** The names of two columns that mean: it holds, it does not. */
const yes =
  /^(?:true|yes|right|correct|richtig|wahr|ja|vrai|oui|verdadero|verdadeiro|sí|sim|stimmt|✓|✔|صحيح)$/i;
const no =
  /^(?:false|no|wrong|incorrect|falsch|unwahr|nein|faux|non|falso|não|stimmt nicht|✗|✘|خطأ)$/i;

/** The lines of one block or more; none for what cannot be asked here. */
export function writeQuestion(quiz: Quiz, writing: Writing): Line[] {
  const { asked, line, hasScript } = quiz;
  const { say } = writing;
  if (asked.kind === 'generic') {
    say('left-out', 'question-left-out', line, { kind: '[[!]]' });
    return questionAlone(writing);
  }
  if (hasScript) say('left-out', 'script', line, { tag: 'script' });
  switch (asked.kind) {
    case 'choice':
      return choice(asked, quiz, writing);
    case 'matrix':
      return matrix(asked, quiz, writing);
    case 'gaps':
      return gaps(asked, quiz, writing);
    case 'poll':
      return poll(asked, quiz, writing, writing.question);
    case 'poll-matrix':
      return asked.rows.flatMap((row, at) =>
        poll(asked, quiz, writing, [
          ...(at === 0 ? [...writing.question, { text: '', line }] : []),
          { text: row, line },
        ]),
      );
    case 'text-survey': {
      say('changed', 'model-missing', line, { question: shortOf(writing.question) });
      return block('reflect', {}, quiz, writing, [...writing.markdown(writing.question)]);
    }
  }
}

const questionAlone = ({ markdown, question }: Writing): Line[] => [...markdown(question)];

const shortOf = (lines: readonly Line[]): string => {
  const words = wordsOf(lines.map(({ text }) => text.trim()).join(' '));
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
};

/** Puts the block around its lines. */
function block(
  kind: string,
  attributes: Record<string, string | number | undefined>,
  { line }: Quiz,
  { ids, question, made }: Writing,
  inside: readonly Line[],
): Line[] {
  const words = wordsOf(question.map(({ text }) => text).join(' '))
    .split(/\s+/)
    .slice(0, 5)
    .join(' ');
  const id = ids.free(idOf(words, kind));
  made({ id, kind, line, question: shortOf(question) });
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  const braces = given.length > 0 ? ` {${given.join(' ')}}` : '';
  return [
    { text: '', line },
    { text: `::: ${kind} #${id}${braces}`, line },
    ...trimmed(inside),
    { text: ':::', line },
    { text: '', line },
  ];
}

interface Said {
  /** What is said about each answer, by its words. */
  feedback: Map<string, { answer: string; lines: Line[] }>;
  why: Line[];
}

const answerLine = /^[-*+][ \t]+(.*\S)[ \t]*$/;
const feedbackLine = /^[ \t]+>[ \t]?(.*)$/;
const normal = (text: string): string => text.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').trim();

/** A solution may begin with a list of answers, all or the ones given here, and what is said about each. */
function readSolution(solution: readonly Line[], answers?: readonly string[]): Said {
  const known = answers && new Set(answers.map(normal));
  const feedback: Said['feedback'] = new Map();
  let at = 0;
  for (;;) {
    let begin = at;
    while (begin < solution.length && isBlank(solution[begin] as Line)) begin++;
    const answer = answerLine.exec(solution[begin]?.text ?? '')?.[1];
    let end = begin + 1;
    while (feedbackLine.test(solution[end]?.text ?? '')) end++;
    if (answer === undefined || end === begin + 1 || (known && !known.has(normal(answer)))) break;
    const lines = solution
      .slice(begin + 1, end)
      .map((line) => ({ ...line, text: feedbackLine.exec(line.text)?.[1] ?? '' }));
    feedback.set(normal(answer), { answer, lines });
    at = end;
  }
  return { feedback, why: trimmed(solution.slice(at)) };
}

const quotedLines = (lines: readonly Line[], prefix: string): Line[] =>
  lines.map((line) => ({ ...line, text: `${prefix}> ${line.text}`.trimEnd() }));

/** Hints and the explanation, as they end each graded block. */
function ending(
  { hints, line }: Quiz,
  why: readonly Line[],
  { say, markdown, question }: Writing,
): Line[] {
  if (why.length === 0) say('changed', 'why-missing', line, { question: shortOf(question) });
  return [
    ...hints.flatMap((hint): Line[] => {
      const [first] = trimmed(markdown([hint]));
      return [
        { text: '', line: hint.line },
        { text: `> [!HINT] ${first?.text ?? ''}`, line: hint.line },
      ];
    }),
    ...(why.length === 0
      ? []
      : [
          { text: '', line },
          { text: '> [!WHY]', line },
          ...quotedLines(trimmed(markdown(why)), ''),
        ]),
  ];
}

/** A task list, each answer with what is said about it. */
function tasks(
  options: readonly Option[],
  { feedback }: Said,
  quiz: Quiz,
  writing: Writing,
): Line[] {
  const { line } = quiz;
  const { say, markdown, question } = writing;
  const missing = options.filter(({ text }) => !feedback.has(normal(text))).length;
  if (missing > 0)
    say('changed', 'feedback-missing', line, { number: missing, question: shortOf(question) });
  return options.flatMap(({ text, isRight }) => {
    const [first] = trimmed(markdown([{ text, line }]));
    const said = trimmed(markdown(feedback.get(normal(text))?.lines ?? []));
    return [
      { text: `- [${isRight ? 'x' : ' '}] ${first?.text ?? ''}`.trimEnd(), line },
      ...quotedLines(said, '  '),
    ];
  });
}

function choice(asked: Extract<Asked, { kind: 'choice' }>, quiz: Quiz, writing: Writing): Line[] {
  const { line } = quiz;
  const { say, markdown, question, tries } = writing;
  const right = asked.options.filter(({ isRight }) => isRight).length;
  const options = unlike(asked.options);
  if (options.length < asked.options.length)
    say('left-out', 'answer-double', line, { question: shortOf(question) });
  if (right === 0) {
    // Nothing is right: with several answers that is an answer, but none that a choice here can have.
    if (!asked.isSingle) return statements(options, question, quiz, writing);
    say('changed', 'question-kind', line, { question: shortOf(question), kind: 'poll' });
    return poll(
      { options: options.map(({ text }) => text), isSingle: true },
      quiz,
      writing,
      question,
    );
  }
  // Boxes with one right answer would become buttons; statements keep them boxes.
  if (!asked.isSingle && right === 1)
    say('changed', 'question-kind', line, { question: shortOf(question), kind: 'choice' });
  let isTaken = false;
  const fitting = options.map((option) => {
    const isOver = asked.isSingle && option.isRight && isTaken;
    if (option.isRight) isTaken = true;
    return isOver ? undefined : option;
  });
  const kept = fitting.flatMap((option) => option ?? []);
  if (kept.length < options.length)
    say('left-out', 'options-several', line, { question: shortOf(question) });
  if (kept.length < 2) return statements(kept, question, quiz, writing);
  const said = readSolution(
    quiz.solution,
    kept.map(({ text }) => text),
  );
  return block('choice', { tries }, quiz, writing, [
    ...trimmed(markdown(question)),
    { text: '', line },
    ...tasks(kept, said, quiz, writing),
    ...ending(quiz, said.why, writing),
  ]);
}

/** Answers with the same words could not be told apart. */
function unlike(options: readonly Option[]): Option[] {
  const seen = new Set<string>();
  return options.filter(({ text }) => {
    const words = wordsOf(text);
    const isNew = !seen.has(words);
    seen.add(words);
    return isNew;
  });
}

function statements(
  options: readonly Option[],
  question: readonly Line[],
  quiz: Quiz,
  writing: Writing,
): Line[] {
  const { line } = quiz;
  const said = readSolution(
    quiz.solution,
    options.map(({ text }) => text),
  );
  const naming = { ...writing, question };
  return block('truefalse', { tries: writing.tries }, quiz, naming, [
    ...trimmed(writing.markdown(question)),
    { text: '', line },
    ...tasks(options, said, quiz, writing),
    ...ending(quiz, said.why, writing),
  ]);
}

function matrix(asked: Extract<Asked, { kind: 'matrix' }>, quiz: Quiz, writing: Writing): Line[] {
  const { columns, rows, isSingle } = asked;
  const { line } = quiz;
  const { say, markdown, question } = writing;
  const [first = '', second = ''] = columns;
  if (isSingle && columns.length === 2 && yes.test(first) && no.test(second)) {
    const options = rows.map(({ text, right }) => ({ text, isRight: right[0] === 0 }));
    return statements(unlike(options), question, quiz, writing);
  }
  const hasOne = rows.every(({ right }) => right.length === 1);
  if (isSingle && hasOne && rows.length > 1) {
    const cell = (text: string): string => {
      const [written] = trimmed(markdown([{ text, line }]));
      return (written?.text ?? '').replace(/(?<!\\)\|/g, '\\|');
    };
    const used = new Set(rows.flatMap(({ right }) => right));
    const spare = columns.filter((_, column) => !used.has(column));
    const { why } = readSolution(quiz.solution, []);
    return block('match', { tries: writing.tries }, quiz, writing, [
      ...trimmed(markdown(question)),
      ...[
        { text: '', line },
        { text: '|  |  |', line },
        { text: '| --- | --- |', line },
      ],
      ...rows.map(({ text, right }) => ({
        text: `| ${cell(text)} | ${cell(columns[right[0] ?? 0] ?? '')} |`,
        line,
      })),
      ...spare.map((column) => ({ text: `|  | ${cell(column)} |`, line })),
      ...ending(quiz, why, writing),
    ]);
  }
  if (rows.length > 1) say('changed', 'question-part', line, { question: shortOf(question) });
  return rows.flatMap(({ text, right }, at) => {
    const options = columns.map((column, place) => ({
      text: column,
      isRight: right.includes(place),
    }));
    const asks = [...(at === 0 ? [...question, { text: '', line }] : []), { text, line }];
    return statements(
      unlike(options),
      asks,
      { ...quiz, hints: at === 0 ? quiz.hints : [] },
      writing,
    );
  });
}

function gaps(asked: Extract<Asked, { kind: 'gaps' }>, quiz: Quiz, writing: Writing): Line[] {
  const { line } = quiz;
  const { say, markdown, question } = writing;
  const wrong: Option[] = [];
  // Markdown is read without the gaps, as their brackets mean links elsewhere.
  const written: string[] = [];
  const held = asked.lines.map((each) => ({
    ...each,
    text: each.text.replace(gapForm, (_, inside: string) => {
      const isRow = /^[ \t]*\|/.test(each.text);
      written.push(
        gapOf(splitOptions(inside), isRow, wrong, () =>
          say('left-out', 'options-several', line, { question: shortOf(question) }),
        ),
      );
      return `\uE000${written.length - 1}\uE001`;
    }),
  }));
  const text = trimmed(markdown(held)).map((each) => ({
    ...each,
    text: each.text.replace(/\uE000(\d+)\uE001/g, (_, at: string) => written[Number(at)] ?? ''),
  }));
  const said = readSolution(quiz.solution);
  const foreseen = [...said.feedback.values()].map(({ answer }) => ({
    text: answer,
    isRight: false,
  }));
  const before = asked.isAlone ? [...trimmed(markdown(question)), { text: '', line }] : [];
  const named = asked.isAlone
    ? question
    : [{ text: textOf(asked.lines).replace(gapForm, '…').replace(/\s+/g, ' '), line }];
  const naming = { ...writing, question: named };
  return block('blanks', { tries: writing.tries }, quiz, naming, [
    ...before,
    ...text,
    { text: '', line },
    ...tasks(unlike([...wrong, ...foreseen]), said, quiz, naming),
    ...ending(quiz, said.why, naming),
  ]);
}

/** A gap holds plain words: a bar would part them, double brackets end them. */
const inGap = (words: string): string =>
  words
    .replace(/\]\]|\[\[/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/\s+/g, ' ')
    .trim();

function gapOf(
  options: readonly Option[],
  isRow: boolean,
  wrong: Option[],
  sayOthers: () => void,
): string {
  const right = options.filter(({ isRight }) => isRight);
  const [first] = right.length > 0 ? right : options;
  if (options.length < 2) {
    // What is to be typed is no Markdown. Signs in front would make it another kind of gap.
    const answer = inGap(first?.text ?? '').replace(/^[>=\s]+(?=.)/, '');
    return /^-?\d+(?:\.\d+)?$/.test(answer) ? `[[= ${answer}]]` : `[[${answer}]]`;
  }
  const others = options.filter(({ isRight }) => !isRight);
  if (right.length > 1) sayOthers();
  for (const { text } of others) wrong.push({ text: liaWords(wordsOf(text)), isRight: false });
  // In a row of a table, a bar has to be told from the border.
  const bar = isRow ? ' \\| ' : ' | ';
  const written = (each: Option | undefined): string => inGap(wordsOf(each?.text ?? ''));
  if (others.length === 0) return `[[${right.map(written).join(bar)}]]`;
  return `[[> ${[first, ...others].map(written).join(bar)}]]`;
}

function poll(
  { options, isSingle }: { options: readonly string[]; isSingle: boolean },
  quiz: Quiz,
  writing: Writing,
  question: readonly Line[],
): Line[] {
  const { line } = quiz;
  const { say, markdown } = writing;
  if (!isSingle) say('changed', 'survey-several', line, { question: shortOf(question) });
  const fitting = unlike(options.map((text) => ({ text, isRight: false })));
  return block('poll', {}, quiz, { ...writing, question }, [
    ...trimmed(markdown(question)),
    { text: '', line },
    ...fitting.map(({ text }) => {
      const [first] = trimmed(markdown([{ text, line }]));
      return { text: `- ${first?.text ?? ''}`, line };
    }),
  ]);
}
