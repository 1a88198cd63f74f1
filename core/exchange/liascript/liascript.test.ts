// LiaScript in and out: every kind of quiz, what is taken out, and that questions survive the way there and back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyIn,
  coursesIn,
  pathsIn,
  saidIn,
  textIn,
  unnamedErrors,
} from '../../../tests/unit/support/exchange';
import type { Item } from '../../course/item';
import { courseMatter, lessonMatter } from '../../course/matter-schemas';
import { parseLesson } from '../../course/parse';
import { plainText } from '../../course/plain-text';
import { samples } from '../../course/samples';
import { writeLiaScript } from '../liascript';
import { readLiaScript } from './read';

const files = [
  { path: 'course/img/a.png', bytes: 3 },
  { path: 'course/sound.mp3', bytes: 3 },
];

function read(text: string) {
  const found = readLiaScript({ path: 'course/README.md', text, files });
  expect(unnamedErrors(found)).toEqual([]);
  return found;
}

/** The lesson that a piece of LiaScript becomes, and what is said about it. */
function lessonOf(text: string) {
  const found = read(`# Course\n\n## Lesson\n\n${text}\n`);
  return {
    body: bodyIn(found, '01-lesson.md'),
    said: saidIn(found).map((each) => each.replace('course/README.md:', '')),
  };
}

test('the head names the course; sections become lessons', () => {
  const found = read(`<!--
author:   Ann Ada; Ben
email:    ann@norlund.example
version:  0.3.1
language: de_DE
narrator: US English Female
comment:  Eine kurze Beschreibung
          in zwei Zeilen.
import:   https://engine.example/README.md
@sum: 1 + @0
@onload
window.x = 1
@end
-->

# Titel des *Kurses*

Worum es geht. Weiter bei [Zwei](#zweite-lektion).

## Erste Lektion

Text.

### Unterpunkt

Mehr, und [hoch](#unterpunkt).

## Zweite Lektion

![](img/a.png) [Ton](sound.mp3) ?[hören](sound.mp3) !?[Film](https://video.example/1)
`);
  expect(pathsIn(found)).toEqual([
    'titel-des-kurses/01-erste-lektion.md',
    'titel-des-kurses/02-zweite-lektion.md',
    'titel-des-kurses/assets/course/a.png',
    'titel-des-kurses/assets/course/sound.mp3',
    'titel-des-kurses/course.md',
  ]);
  expect(coursesIn(found)[0]?.texts[0].matter).toMatchObject({
    title: 'Titel des Kurses',
    language: 'de-DE',
    version: '0.3.1',
    authors: ['Ann Ada', 'Ben'],
    summary: 'Eine kurze Beschreibung in zwei Zeilen.',
  });
  expect(bodyIn(found, 'course.md')).toBe(
    'Worum es geht. Weiter bei [Zwei](02-zweite-lektion.md).',
  );
  expect(bodyIn(found, '01-erste-lektion.md')).toBe(
    'Text.\n\n## Unterpunkt\n\nMehr, und [hoch](#unterpunkt).',
  );
  expect(bodyIn(found, '02-zweite-lektion.md')).toBe(
    '![a](assets/course/a.png) [Ton](assets/course/sound.mp3) [hören](assets/course/sound.mp3) [Film](https://video.example/1)',
  );
  expect(saidIn(found).map((each) => each.replace('course/README.md:', ''))).toEqual([
    '9 engine https://engine.example/README.md',
    '10 macro @sum',
    '11 macro @onload',
    '30 embed-link sound.mp3',
    '30 embed-link https://video.example/1',
    '30 picture-words course/img/a.png a',
  ]);
});

describe('quizzes', () => {
  test('one right answer, hints, a solution with feedback, tries', () => {
    const { body, said } = lessonOf(`Which *one*?

<!-- data-max-trials="2" -->
[( )] This
- [(X)] That **here**
[[?]] Think.
[[?]] Think again.
***************

- This
  > No.
- That **here**
  > Yes.

So it is.

***************

After.`);
    expect(body).toBe(`::: choice #which-one {tries=2}
Which *one*?

- [ ] This
  > No.
- [x] That **here**
  > Yes.

> [!HINT] Think.

> [!HINT] Think again.

> [!WHY]
> So it is.
:::

After.`);
    expect(said).toEqual([]);
  });

  test('several right answers; what nobody explains is named', () => {
    const { body, said } = lessonOf('Which?\n\n[[X]] a\n[[ ]] b\n[[x]] c');
    expect(body).toBe('::: choice #which\nWhich?\n\n- [x] a\n- [ ] b\n- [x] c\n:::');
    expect(said).toEqual(['7 feedback-missing 3 Which?', '7 why-missing Which?']);
  });

  test('a word to type, a number, a choice in brackets', () => {
    expect(lessonOf('Capital?\n\n[[Paris]]').body).toBe(
      '::: blanks #capital\nCapital?\n\n[[Paris]]\n:::',
    );
    expect(lessonOf('How many?\n\n[[42]]').body).toContain('[[= 42]]');
    expect(lessonOf('Which?\n\n[[ a | (b) | c ]]').body).toContain('- [ ] a\n- [x] b\n- [ ] c');
    expect(lessonOf('Which?\n\n[->[ (a) | b ]]').body).toContain('::: choice #which');
  });

  test('gaps in a text and in a table', () => {
    const { body } = lessonOf(
      'A [[film]] is [[ bad | (good) ]], `[[no]]`.\n\n| a | b |\n| - | - |\n| [[x]] | [[(y)|z]] |',
    );
    expect(body).toContain('A [[film]] is [[> good | bad]], `[[no]]`.\n\n- [ ] bad\n:::');
    expect(body).toContain('| [[x]] | [[> y \\| z]] |');
    const parsed = parseLesson('a.md', `---\ntitle: x\n---\n${body}`);
    expect(parsed.items.map(({ kind }) => kind)).toEqual(['blanks', 'blanks']);
    expect(parsed.items[1]?.content).toMatchObject({
      gaps: [
        { type: 'text', answers: ['x'] },
        { type: 'options', options: ['y', 'z'] },
      ],
    });
  });

  test('a matrix with one right column is a match; with true and false statements; with several each row by itself', () => {
    expect(
      lessonOf('Match\n\n[(der | x) [die] (das)]\n[  (X) ( ) ( ) ] Baum\n- [( ) (X) ( )] Wand')
        .body,
    ).toBe(
      '::: match #match\nMatch\n\n|  |  |\n| --- | --- |\n| Baum | der \\| x |\n| Wand | die |\n|  | das |\n:::',
    );
    expect(lessonOf('Judge\n\n[[true] [false]]\n[ (X) ( ) ] sky\n[ ( ) (X) ] sea').body).toBe(
      '::: truefalse #judge\nJudge\n\n- [x] sky\n- [ ] sea\n:::',
    );
    expect(lessonOf('Judge\n\n[[a] [b]]\n[ [X] [X] ] one\n[ [ ] [ ] ] two').body).toBe(
      '::: truefalse #judge-one\nJudge\n\none\n\n- [x] a\n- [x] b\n:::\n\n::: truefalse #two\ntwo\n\n- [ ] a\n- [ ] b\n:::',
    );
  });

  test('one that only a program could judge is left out with its text', () => {
    const { body, said } = lessonOf('Ask\n\n[[!]]\n<script>\n  [(X)] no\n</script>\n\nOn.');
    expect(body).toBe('Ask\n\nOn.');
    expect(said).toEqual(['7 question-left-out [[!]]']);
  });

  test('without a paragraph before it, the heading asks', () => {
    expect(lessonOf('### Now you\n\n[(X)] a\n[( )] b').body).toContain(
      '::: choice #now-you\nNow you\n',
    );
  });

  test('in code it is code', () => {
    const code = '```md\n[(X)] a\n[( )] b\n```';
    expect(lessonOf(code)).toEqual({ body: code, said: [] });
  });
});

describe('surveys', () => {
  test('one answer, several, a list, a matrix', () => {
    expect(lessonOf('Good?\n\n[(1)] yes\n[(2)] no').body).toBe(
      '::: poll #good\nGood?\n\n- yes\n- no\n:::',
    );
    expect(lessonOf('Good?\n\n[[ yes | no ]]').body).toBe(
      '::: poll #good\nGood?\n\n- yes\n- no\n:::',
    );
    const several = lessonOf('Good?\n\n[[:a]] yes\n[[:b]] no');
    expect(several.body).toBe('::: poll #good\nGood?\n\n- yes\n- no\n:::');
    expect(several.said).toEqual(['7 survey-several Good?']);
    expect(lessonOf('Good?\n\n[(1)(:two)]\n[ ] This\n[ ] That').body).toBe(
      '::: poll #good-this\nGood?\n\nThis\n\n- 1\n- two\n:::\n\n::: poll #that\nThat\n\n- 1\n- two\n:::',
    );
  });

  test('words of one’s own', () => {
    const { body, said } = lessonOf('Tell\n\n[[___ ___ ___]]');
    expect(body).toBe('::: reflect #tell\nTell\n:::');
    expect(said).toEqual(['7 model-missing Tell']);
  });
});

test('effects, spoken words, macros and formulas', () => {
  const { body, said } = lessonOf(`{{1}} Step by step.

    --{{2}}--
Spoken.

    {{3-4}}
***************
In a *block*.
***************

Some {5}{moving} words, $a_b$ and me@norlund.example, @eval(x).

@Code.Run

\`\`\`\`\`\`js +main.js @JS.eval
let a;
\`\`\`\`\`\`
<script>@input</script>

A[^1](note here).

***

End.`);
  expect(body).toBe(`Step by step.

Spoken.

In a *block*.

Some moving words, \`a_b\` and me@norlund.example, .

\`\`\`\`\`\`js
let a;
\`\`\`\`\`\`

A^[note here].

***

End.`);
  expect(said).toEqual([
    '5 effect',
    '7 narration',
    '10 effect',
    '15 effect',
    '15 macro @eval',
    '17 macro @Code.Run',
    '19 macro @JS.eval',
    '22 script script',
    '15 formula a_b',
  ]);
});

const allKinds = [...samples.questions, ...samples.kept, ...samples.groups, ...samples.text];
const lessonText = (body: string): string => `---\ntitle: All\n---\n\n${body}\n`;

interface Given {
  title: string;
  summary: string;
  language: string;
  version: string;
  authors: string[];
  lessons: { file: string; text: string }[];
}

const known = { title: 'T', summary: 'S', language: 'en', version: '1.0.0' };

/** Lessons as the library reads them, in a course that says no more about itself. */
function exported({ lessons, ...matter }: Given) {
  const least = courseMatter.parse({ id: 'a', ...known, format: 1, level: 'basic' });
  return writeLiaScript({
    matter: { ...least, ...matter },
    about: [],
    lessons: lessons.map(({ file, text }) => {
      const { matter: own, prose, items, kept } = parseLesson(file, text);
      return {
        file,
        matter: { ...lessonMatter.parse({ title: file }), ...own },
        prose,
        items,
        kept,
      };
    }),
  });
}

function thereAndBack(body: string) {
  const written = exported({
    ...known,
    summary: 'All.',
    authors: ['Ann'],
    lessons: [{ file: '01-all.md', text: lessonText(body) }],
  });
  const back = readLiaScript({ path: 'doc.md', text: written.text, files: [] });
  expect(unnamedErrors(back)).toEqual([]);
  const lesson = textIn(back, '01-all.md');
  const said = [...written.report, ...back.report].filter(({ what }) => what !== 'kept');
  return {
    written,
    items: parseLesson('01-all.md', lesson).items,
    kept: parseLesson('01-all.md', lesson).kept,
    said,
  };
}

test('the width of a picture goes out and comes back', () => {
  const lesson = '---\ntitle: A\n---\n\n![a](img/a.png){width=50%} ![a](img/a.png){width=320}\n';
  const { text } = exported({
    title: 'A',
    summary: '',
    language: 'en',
    version: '1.0.0',
    authors: [],
    lessons: [{ file: '01-a.md', text: lesson }],
  });
  expect(text).toContain('![a](img/a.png)<!-- style="width: 50%" -->');
  expect(text).toContain('![a](img/a.png)<!-- style="width: 320px" -->');
  const { body } = lessonOf(
    '![a](img/a.png)<!-- style="width: 50%" --> ![a](img/a.png){width=320}',
  );
  expect(body).toBe('![a](assets/course/a.png){width=50%} ![a](assets/course/a.png){width=320}');
});

describe('out', () => {
  test('a document reads like one', () => {
    const { text } = exported({
      title: 'Safe',
      summary: 'What it --> is',
      language: 'de',
      version: '1.2.0',
      authors: ['Ann', 'Ben'],
      lessons: [
        {
          file: '01-a.md',
          text: '---\ntitle: First\n---\n\n## Part\n\nCost is $5 {x} @y. See [on](02-b.md).\n\n> [!NOTE]\n> Look\n',
        },
        {
          file: '02-b.md',
          text: '---\ntitle: The second\n---\n\n::: truefalse #a\nJudge.\n\n- [x] a\n  > Yes\n- [ ] b (c)\n  > No\n\n> [!WHY] So.\n:::\n',
        },
      ],
    });
    expect(text).toBe(`<!--
author:   Ann; Ben
version:  1.2.0
language: de
comment:  What it –> is
-->

# Safe

## First

### Part

Cost is \\$5 \\{x\\} \\@y. See [on](#the-second).

> [!NOTE]
> Look

## The second

Judge.

[(✓) (✗)]
[(X) ( )] a
[( ) (X)] b (c)
****************************************

- a
  > Yes
- b (c)
  > No

So.

****************************************
`);
  });

  test.each(allKinds.map(({ kind, markdown }) => [kind, markdown]))(
    '%s: there and back, or named',
    (_, markdown) => {
      const before = parseLesson('01-all.md', lessonText(markdown));
      const { items, kept, said } = thereAndBack(markdown);
      const isNamed = said.some(({ message }) =>
        [
          'question-left-out',
          'question-kind',
          'question-part',
          'block',
          'options-several',
          'setting',
        ].includes(message),
      );
      const asked = (all: readonly Item[]) => all.map((item) => [item.kind, meaningOf(item)]);
      if (!isNamed) {
        expect(asked(items)).toEqual(asked(before.items));
        expect(kept.map(({ kind, question }) => [kind, plainText(question)])).toEqual(
          before.kept.map(({ kind, question }) => [kind, plainText(question)]),
        );
      }
      const lost = said.filter(({ message }) => message === 'question-left-out').length;
      const told = said.filter(({ message }) => message === 'block').length;
      expect(items.length + kept.length + lost + told).toBeGreaterThanOrEqual(
        before.items.length + before.kept.length,
      );
    },
  );
});

/** What a question asks, and what is right and said, without lines and forms of writing. */
const meaningOf = ({ question, content, hints, why, tries }: Item): unknown =>
  JSON.parse(
    JSON.stringify(
      {
        question: plainText(question),
        content,
        hints: hints.map(plainText),
        why: plainText(why),
        tries,
      },
      (key, value) => {
        if (key === 'line') return undefined;
        // A head of a match is only a name.
        return key === 'heads' ? undefined : value;
      },
    ),
  );

const word = fc.constantFrom(
  'lock',
  'key',
  '2 keys',
  'a_b',
  '*star*',
  'x | y',
  '$5',
  'a@b',
  '{z}',
  'Ümlaut',
  'مفتاح',
  '(in)',
  '[y]',
  '<b>',
  'C:\\d',
  '#one',
  '- dash',
  '1. no',
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => `So ${words.join(' ')} it`);
const masked = (text: string): string => text.replace(/[\\`*_[\]<>|$@{}#]/g, '\\$&');
const answers = fc.uniqueArray(sentence, { minLength: 2, maxLength: 5, selector: (text) => text });

const choiceBlock = fc
  .tuple(sentence, answers, fc.nat(), sentence, fc.boolean(), fc.array(sentence, { maxLength: 2 }))
  .map(([question, options, right, why, several, hints]) =>
    [
      '::: choice #q',
      masked(question),
      '',
      ...options.flatMap((option, place) => {
        const isRight =
          place === right % options.length || (several && place === (right + 1) % options.length);
        return [`- [${isRight ? 'x' : ' '}] ${masked(option)}`, `  > Said of ${masked(option)}`];
      }),
      ...hints.flatMap((hint) => ['', `> [!HINT] ${masked(hint)}`]),
      '',
      `> [!WHY] ${masked(why)}`,
      ':::',
    ].join('\n'),
  );

const gapBlock = fc
  .tuple(sentence, answers, fc.boolean())
  .map(([why, [one = '', ...others], isTyped]) =>
    [
      '::: blanks #gap',
      isTyped
        ? 'The answer is [[plain word]], is it not?'
        : `The answer is [[> ${[one, ...others].map((text) => text.replace(/[[\]|\\]/g, ' ').replace(/\s+/g, ' ')).join(' | ')}]], is it not?`,
      '',
      ...(isTyped
        ? []
        : others.flatMap((text) => [
            `- [ ] ${masked(text.replace(/[[\]|\\]/g, ' ').replace(/\s+/g, ' '))}`,
            '  > No.',
          ])),
      '',
      `> [!WHY] ${masked(why)}`,
      ':::',
    ].join('\n'),
  );

test('questions of any words come back as they were', () => {
  fc.assert(
    fc.property(fc.oneof(choiceBlock, gapBlock), (markdown) => {
      const before = parseLesson('01-all.md', lessonText(markdown)).items.map(meaningOf);
      const { items, said } = thereAndBack(markdown);
      if (said.length > 0) return;
      expect(items.map(meaningOf)).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

const pieces = [
  ...[
    '# T\n',
    '## L\n',
    '\n',
    '\n\n',
    '[( )] ',
    '[(X)] ',
    '[[ ]] ',
    '[[X]] ',
    '[[a]]',
    '[[a|(b)]]',
    '[->[a|b]]',
    '[[!]]\n',
    '[[?]] h\n',
  ],
  ...[
    '[[___]]\n',
    '[(1)] a\n',
    '[[:x]] b\n',
    '[(1)(2)]\n',
    '[ ] r\n',
    '[(a) (b)]\n',
    '[(X) ( )] r\n',
    '[[X] [ ]] r\n',
    '*****\n',
    '{{1}}\n',
  ],
  ...[
    '--{{1}}--\n',
    '{1}{a}',
    '@m(x)',
    '@m\n',
    '<script>\n',
    '</script>\n',
    '<!--',
    '-->',
    '```\n',
    '$a$',
    '?[a](b)',
    '!?[a](b)',
    '| a |\n',
    '- ',
    '> ',
    'words',
    ':::',
    '\uE0000\uE001',
  ],
];

test('any garbage becomes a course, and every mistake in it is named', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 50 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(garbage, (text) => {
      read(text);
      const lesson = { file: '01-a.md', text: lessonText(text) };
      exported({
        title: text,
        summary: text,
        language: text,
        version: text,
        authors: [text],
        lessons: [lesson],
      });
    }),
    { numRuns: 150 },
  );
});

test.each([
  '[[',
  '[(X)] ',
  '[(a)',
  '*****\n',
  '{{1}}\n*****\n',
  '{1}{',
  '@a(',
  '<!--',
  '[[?]] ',
  '$',
  '`',
])('a hostile text comes to an end: %j', (piece) => {
  expect(
    unnamedErrors(readLiaScript({ path: 'a.md', text: `x\n\n${piece.repeat(20_000)}`, files: [] })),
  ).toEqual([]);
});
