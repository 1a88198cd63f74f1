// What holds for all formats, and the few rules that no fixture shows well.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { valuesMissing } from '../../tests/exchange-words';
import { gradedKinds } from '../course/blocks';
import { keptKinds } from '../course/kept';
import { parseLesson } from '../course/parse';
import { exchangeFormats } from '.';
import type { ExportedLesson, Format, ImportOptions } from './format';

const options: ImportOptions = { title: 'Questions', language: 'en' };
const fixtures = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'exchange');
const { gift, csv } = exchangeFormats;
const moodle = exchangeFormats['moodle-xml'];

function exportable(text: string): ExportedLesson {
  const { matter, prose, items, kept } = parseLesson('01-a.md', text);
  const known = { minutes: 5, objectives: [], aid: false, title: '' };
  return { matter: { ...known, ...matter }, prose, items, kept };
}

const idsIn = (text: string): string[] => parseLesson('01-a.md', text).items.map(({ id }) => id);

describe.each(Object.entries(exchangeFormats) as [string, Format][])('%s', (_, format) => {
  test('says which files it is for, and reads or writes', () => {
    expect(format.extensions.length).toBeGreaterThan(0);
    for (const extension of format.extensions) expect(extension).toMatch(/^[a-z]+$/);
    expect(format.import ?? format.export).toBeTypeOf('function');
  });

  if (!format.export) return;

  test('writes every kind, or says that it cannot', async () => {
    const samples = [...Object.values(gradedKinds), ...Object.values(keptKinds)];
    const lesson = exportable(
      `---\ntitle: Every kind / all\n---\nA text.\n\n## A title\n\nWith *form*: ![words](assets/a.svg) and {{org.a | ours}}.\n\n> [!NOTE] Look.\n\n${samples.map(({ sample }) => sample).join('\n')}\n:::: pool #p {pick=1}\n::: choice #in-a-pool {points=2 tries=1}\nQ?\n\n- [x] a\n  > f\n- [ ] b -> c {pin}\n  > f\n\n> [!HINT] h\n\n> [!WHY] w\n:::\n::::\n\n::: blanks #one {strict}\nIt is un[[done * | %50% #x]]s -> now.\n:::\n\n::: blanks #arrow\nIt is [[a -> b]].\n:::\n`,
    );
    const { text = '', report = [] } = format.export?.(lesson) ?? {};
    const rows = report.map(({ line, what, message, values }) =>
      [`${line}: ${what} ${message}`, ...Object.values(values)].join(' | '),
    );
    await expect(`${text}\n=== report\n${rows.join('\n')}\n`).toMatchFileSnapshot(
      join(fixtures, 'every-kind.expected.gift.md'),
    );
    expect(report.flatMap(valuesMissing)).toEqual([]);
    for (const { id } of [...lesson.items, ...lesson.kept]) {
      expect(
        report.some(({ values }) => values.name === id),
        id,
      ).toBe(true);
    }
  });
});

describe('ids', () => {
  test('are made of titles, in ASCII, and no two are alike', () => {
    const titles = [
      'Überprüfung: Straße',
      'Same',
      'Same',
      'same-2',
      '2 plus 2',
      'سؤال أول',
      '日本',
    ];
    const [lesson] = gift.import(
      titles.map((title) => `::${title.replace(':', '\\:')}::q {T}`).join('\n\n'),
      options,
    ).lessons;
    const ids = idsIn(lesson?.text ?? '');
    expect(ids.slice(0, 5)).toEqual([
      'uberprufung-strasse',
      'same',
      'same-2',
      'same-2-2',
      'q-2-plus-2',
    ]);
    expect(new Set(ids).size).toBe(titles.length);
  });

  test('stay as they are when other questions come before', () => {
    const question = '::Meaning of life::q {T}\n\n::سؤال::q {T}\n';
    const [alone] = gift.import(question, options).lessons;
    const [later] = gift.import(`::Another::q {T}\n\n${question}`, options).lessons;
    expect(idsIn(later?.text ?? '').slice(1)).toEqual(idsIn(alone?.text ?? ''));
  });
});

describe('lessons', () => {
  test('are divided where one would be too long', () => {
    const { lessons } = gift.import(`q ${'word '.repeat(500)} {T}\n\n`.repeat(500), options);
    expect(lessons.map(({ name }) => name)).toEqual([
      '01-questions.md',
      '02-questions-2.md',
      '03-questions-3.md',
    ]);
    for (const { text } of lessons) expect(text.length).toBeLessThan(600_000);
    expect(lessons.flatMap(({ text }) => idsIn(text))).toHaveLength(500);
  });

  test('collect what lies in one category, wherever it stands', () => {
    const { lessons } = gift.import(
      '$CATEGORY: a/Mail\n\nq {T}\n\n$CATEGORY: Web\n\nr {T}\n\n$CATEGORY: b/Mail\n\ns {T}\n',
      options,
    );
    expect(lessons.map(({ name }) => name)).toEqual(['01-mail.md', '02-web.md']);
    expect(idsIn(lessons[0]?.text ?? '')).toEqual(['q', 's']);
  });

  test('have titles that no YAML can break', () => {
    const { lessons } = gift.import('$CATEGORY: "a": - #b\n\nq {T}', options);
    expect(parseLesson('01-a.md', lessons[0]?.text ?? '').matter.title).toBe('"a": - #b');
  });

  test.each([
    ['de', 'Richtig oder falsch?'],
    ['pt-BR', 'Verdadeiro ou falso?'],
    ['ar', 'صواب أم خطأ؟'],
    ['tlh', 'True or false?'],
  ])('have added words in %s', (language, words) => {
    expect(gift.import('q {T}', { ...options, language }).lessons[0]?.text).toContain(words);
  });
});

describe('XML', () => {
  const quiz = (inside: string): string =>
    `<quiz><question type="description"><name><text>a</text></name><questiontext format="html"><text>${inside}</text></questiontext></question></quiz>`;

  test('puts in nothing that the file declares', () => {
    const entity = '<!DOCTYPE quiz [<!ENTITY b "SECRET"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    for (const name of ['b', 'c']) {
      const { lessons, report } = moodle.import(`${entity}${quiz(`&${name};`)}`, options);
      expect(JSON.stringify(lessons)).not.toContain('SECRET');
      expect(report.map(({ message }) => message)).toContain('xml-broken');
    }
  });

  test('that is broken is read up to there, and the place is named', () => {
    const good = quiz('one').replace('</quiz>', '');
    const { lessons, report } = moodle.import(
      `${good}\n\n${quiz('Fish & chips').slice(6)}`,
      options,
    );
    expect(lessons[0]?.text).toContain('one');
    expect(report.find(({ message }) => message === 'xml-broken')?.line).toBe(3);
  });

  test('of another kind is no quiz', () => {
    const { lessons, report } = moodle.import('<html><question type="essay"/></html>', options);
    expect(lessons).toEqual([]);
    expect(report[0]).toMatchObject({
      what: 'left-out',
      message: 'xml-other',
      values: { element: 'html' },
    });
  });

  test('brings its files along, each once, and no others than lessons may have', () => {
    const file = (name: string, content: string): string =>
      `<file name="${name}" path="/" encoding="base64">${btoa(content)}</file>`;
    const images = ['a.png', 'b.png', 'same.png', 'run.exe', 'bad.png'];
    const text = `<quiz><question type="description"><name><text>t</text></name><questiontext format="html"><text><![CDATA[${images.map((name) => `<img src="@@PLUGINFILE@@/${name}" alt="${name}">`).join('')}]]></text>${file('a.png', 'one')}${file('b.png', 'two')}${file('same.png', 'one')}${file('run.exe', 'x')}<file name="bad.png" encoding="base64">?</file></questiontext></question></quiz>`;
    const { assets, lessons, report } = moodle.import(text, options);
    expect(assets.map(({ path, bytes }) => [path, String.fromCharCode(...bytes)])).toEqual([
      ['assets/a.png', 'one'],
      ['assets/b.png', 'two'],
    ]);
    expect(lessons[0]?.text).toContain('![same.png](assets/a.png)');
    const refused = report.filter(({ message }) => message === 'file-refused');
    expect(refused.map(({ values }) => values.file)).toEqual(['run.exe', 'bad.png']);
  });
});

describe('tables of questions', () => {
  test.each([
    ['Frage;Richtige Antwort;Falsche Antwort 1;Falsche Antwort 2;Begründung\n'],
    ['Question,Bonne réponse,Mauvaise réponse 1,Mauvaise réponse 2,Explication\n'],
    ['Pregunta\tRespuesta correcta\tIncorrecta 1\tIncorrecta 2\tExplicación\n'],
    ['Pergunta,Resposta correta,Resposta errada 1,Resposta errada 2,Explicação\n'],
    ['السؤال,الإجابة الصحيحة,إجابة خاطئة 1,إجابة خاطئة 2,الشرح\n'],
  ])('have heads in other languages: %s', (head) => {
    const mark = /[;\t,]/.exec(head)?.[0] ?? ',';
    const { lessons, report } = csv.import(
      `${head}${['q', 'r', 'w', 'v', 'e'].join(mark)}\n`,
      options,
    );
    const [item] = parseLesson('01-a.md', lessons[0]?.text ?? '').items;
    expect(item).toMatchObject({
      kind: 'choice',
      content: { options: [{ right: true }, { right: false }, { right: false }] },
      why: [{ children: [{ text: 'e' }] }],
    });
    expect(report.map(({ message }) => message)).not.toContain('column-unknown');
  });

  test('name the right option by letter, by number or by its words', () => {
    for (const right of ['B', '2', 'two', 'TWO ']) {
      const { lessons } = csv.import(`Question,A,B,C,Correct\nq,one,two,three,${right}\n`, options);
      expect(lessons[0]?.text).toContain('- [ ] one\n- [x] two\n- [ ] three\n');
    }
    const numbers = csv.import('Question,Answer 1,Answer 2,Correct answer\nq,2,1,1\n', options);
    expect(numbers.lessons[0]?.text).toContain('- [ ] 2\n- [x] 1\n');
  });
});
