// The Studio: what an author writes is on disk, nobody's words get lost, and ids outlive names.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../core/course/rules';
import { templateIds } from '../../../core/studio/template-ids';
import { lessonText, smallCourse, writeFiles } from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Harness, uuid } from '../../../tests/unit/support/service';

function studio(files: Record<string, string> = {}) {
  const own = temporaryFolder();
  writeFiles(own, { ...smallCourse('mine', 'mine'), ...files });
  const desk = new Harness({ courses: [{ kind: 'own', path: own }] });
  const onDisk = (file: string): string => readFileSync(join(own, 'mine', file), 'utf8');
  return { desk, own, onDisk, at: { folder: 'mine', file: '01-first.md' } };
}

describe('my courses', () => {
  test('are those of the own folder, the one changed last first; shipped ones are not', () => {
    const own = temporaryFolder();
    const shipped = temporaryFolder();
    writeFiles(own, smallCourse('mine', 'mine'));
    writeFiles(shipped, smallCourse('theirs', 'theirs'));
    const desk = new Harness({
      courses: [
        { kind: 'shipped', path: shipped },
        { kind: 'own', path: own },
      ],
    });
    expect(desk.ask('studio.courses', {}).map(({ id }) => id)).toEqual(['mine']);
    expect(desk.failure('studio.course', { folder: 'theirs' })).toBe('not-found');
    expect(desk.ask('studio.copy', { course: 'theirs' })).toEqual({ folder: 'theirs' });
    expect(desk.ask('studio.course', { folder: 'theirs' }).id).toBe('theirs');
    // The copy is the one that is shown from now on.
    expect(desk.library.find('theirs')?.root.startsWith(own)).toBe(true);
  });

  test('stay there when a newer version of them comes with the app', () => {
    const own = temporaryFolder();
    const shipped = temporaryFolder();
    writeFiles(own, smallCourse('desk', 'desk', '1.0.0'));
    writeFiles(shipped, smallCourse('desk', 'desk', '1.1.0'));
    const desk = new Harness({
      courses: [
        { kind: 'shipped', path: shipped },
        { kind: 'own', path: own },
      ],
    });
    const rows = () => desk.ask('studio.courses', {}).map(({ version, shown }) => [version, shown]);
    expect(rows()).toEqual([['1.0.0', false]]);
    const on = { folder: 'desk', file: 'course.md' };
    const { text, version } = desk.ask('studio.read', on);
    expect(text).toContain('version: 1.0.0');
    desk.ask('studio.save', { ...on, text: text.replace('1.0.0', '1.2.0'), base: version });
    expect(rows()).toEqual([['1.2.0', true]]);
  });

  test.each(templateIds)('begin as %s, without an error', (template) => {
    const { desk } = studio();
    const author = 'Amina Haddad';
    const made = { template, title: 'Über uns: „Daten“ & mehr', author, language: 'en' };
    const { folder } = desk.ask('studio.create', made);
    const view = desk.ask('studio.course', { folder });
    expect(view).toMatchObject({ title: made.title, problems: [] });
    const found = desk.ask('studio.check', { folder });
    expect(found.filter(({ rule }) => rules[rule].severity === 'error')).toEqual([]);
    expect(desk.ask('studio.create', made).folder).toBe(`${folder}-2`);
  });

  test('list files of each language, what is missing and what is stale', () => {
    const { desk } = studio({
      'mine/02-second.md': lessonText('Second'),
      'mine/es/course.md': smallCourse('x', 'mine')['x/course.md'] ?? '',
      'mine/es/01-first.md': lessonText('Primera', 'source: "0123456789abcdef"'),
    });
    const [own, spanish] = desk.ask('studio.course', { folder: 'mine' }).texts;
    expect(own?.files.map(({ file }) => file)).toEqual([
      'course.md',
      '01-first.md',
      '02-second.md',
    ]);
    expect(spanish?.missing).toEqual(['02-second.md']);
    expect(spanish?.files.map(({ file, stale }) => [file, stale])).toEqual([
      ['es/course.md', false],
      ['es/01-first.md', true],
    ]);
  });
});

describe('a text', () => {
  test('is saved byte for byte, and the library knows at once', () => {
    const { desk, at, onDisk } = studio();
    const { text, version } = desk.ask('studio.read', at);
    const next = text.replace('First of mine', 'Begin\r\n  ');
    expect(desk.ask('studio.save', { ...at, text: next, base: version })).toMatchObject({
      outcome: 'saved',
    });
    expect(onDisk('01-first.md')).toBe(next);
    desk.ask('studio.save', { ...at, text: lessonText('Begin'), base: null });
    const course = desk.ask('studio.course', { folder: 'mine' });
    expect(course.texts[0]?.files[1]?.title).toBe('Begin');
  });

  test('changed elsewhere in other lines is put together with it', () => {
    const { desk, own, at, onDisk } = studio();
    const { text, version } = desk.ask('studio.read', at);
    writeFileSync(join(own, 'mine', '01-first.md'), text.replace('So it is.', 'So it was.'));
    const saved = desk.ask('studio.save', {
      ...at,
      text: text.replace('Which?', 'Which one?'),
      base: version,
    });
    const both = text.replace('Which?', 'Which one?').replace('So it is.', 'So it was.');
    expect(saved).toMatchObject({ outcome: 'merged', text: both });
    expect(onDisk('01-first.md')).toBe(both);
  });

  test('changed elsewhere in the same line is asked about, and neither is lost', () => {
    const { desk, own, at, onDisk } = studio();
    const { text, version } = desk.ask('studio.read', at);
    const theirs = text.replace('Which?', 'Theirs?');
    const mine = text.replace('Which?', 'Mine?');
    writeFileSync(join(own, 'mine', '01-first.md'), theirs);
    const asked = desk.ask('studio.save', { ...at, text: mine, base: version });
    expect(asked).toMatchObject({ outcome: 'conflict', theirs });
    expect(onDisk('01-first.md')).toBe(theirs);
    // The author keeps their own: the other is in the history.
    desk.ask('studio.save', { ...at, text: mine, base: asked.version });
    expect(onDisk('01-first.md')).toBe(mine);
    const versions = desk.ask('studio.history', at);
    const kept = versions.map(({ key }) => desk.ask('studio.version', { ...at, key }).text);
    expect(kept).toContain(theirs);
    // Or takes the other: then their own is.
    desk.ask('studio.set-aside', { ...at, text: 'given up' });
    const [newest] = desk.ask('studio.history', at);
    expect(desk.ask('studio.version', { ...at, key: newest?.key ?? '' }).text).toBe('given up');
  });

  test('typed on and on leaves a state a minute, and each of somebody else', () => {
    const { desk, own, at } = studio();
    let { version: base } = desk.ask('studio.read', at);
    for (let n = 0; n < 60; n++) {
      const text = `${lessonText('First')}${n}\n`;
      base = desk.ask('studio.save', { ...at, text, base }).version;
      if (n === 30) {
        writeFileSync(join(own, 'mine', '01-first.md'), 'by somebody else');
        ({ version: base } = desk.ask('studio.read', at));
      }
    }
    const kept = desk
      .ask('studio.history', at)
      .map(({ key }) => desk.ask('studio.version', { ...at, key }).text);
    expect(kept).toContain('by somebody else');
    expect(kept.length).toBeLessThan(10);
    expect(kept.length).toBeGreaterThan(1);
  });

  test('whose path leads elsewhere, or is no text, is neither read nor written', () => {
    const { desk, own } = studio({ 'mine/assets/a.md': 'x', 'secret.md': 'secret' });
    const odd = [
      ...['../secret.md', 'es/../../secret.md', '/etc/passwd', 'C:\\x.md', 'assets/a.md'],
      ...['..\\secret.md', '.hidden.md', 'a/b/c.md', 'x.txt', 'course.md/..', 'con:x.md', ''],
    ];
    for (const file of odd) {
      const on = { folder: 'mine', file };
      expect(desk.failure('studio.read', on), file).toBe('bad-input');
      expect(desk.failure('studio.save', { ...on, text: 'x', base: null }), file).toBe('bad-input');
      expect(desk.failure('studio.set-aside', { ...on, text: 'x' }), file).toBe('bad-input');
    }
    for (const folder of ['..', '.', '', '../mine', 'nothing']) {
      expect(desk.failure('studio.read', { folder, file: '01-first.md' })).not.toBe(null);
    }
    expect(readFileSync(join(own, 'secret.md'), 'utf8')).toBe('secret');
  });

  test('that cannot be written stays as it was', () => {
    const { desk, own, at } = studio();
    const { version } = desk.ask('studio.read', at);
    rmSync(join(own, 'mine', '01-first.md'));
    mkdirSync(join(own, 'mine', '01-first.md'));
    expect(desk.failure('studio.save', { ...at, text: 'x', base: version })).not.toBe(null);
    expect(existsSync(join(own, 'mine', '01-first.md'))).toBe(true);
  });
});

describe('lessons', () => {
  const three = {
    'mine/01-first.md': lessonText('First').replace('Words', '[Go on](03-last.md#end) Words'),
    'mine/02-second.md': lessonText('Second'),
    'mine/03-last.md': `${lessonText('Last')}\n[Back][b]\n\n[b]: 01-first.md\n\n## End\n`,
    'mine/es/course.md': smallCourse('x', 'mine')['x/course.md'] ?? '',
    'mine/es/01-first.md': lessonText('Primera').replace('Words', '[Más](03-last.md) Words'),
  };
  const files = (desk: Harness): string[] =>
    desk.ask('studio.course', { folder: 'mine' }).files.filter((file) => file.endsWith('.md'));

  test('in another order have other numbers, the same ids, and links that lead to them', () => {
    const { desk, onDisk } = studio(three);
    const idsOf = () => desk.library.find('mine')?.course.texts[0].lessons.map(({ id }) => id);
    expect(idsOf()).toEqual(['first', 'second', 'last']);
    const order = ['03-last.md', '01-first.md', '02-second.md'];
    const { renamed } = desk.ask('studio.order-lessons', { folder: 'mine', files: order });
    expect(renamed).toEqual({
      '03-last.md': '01-last.md',
      '01-first.md': '02-first.md',
      '02-second.md': '03-second.md',
      'es/01-first.md': 'es/02-first.md',
    });
    expect(idsOf()).toEqual(['last', 'first', 'second']);
    expect(onDisk('02-first.md')).toContain('[Go on](01-last.md#end)');
    expect(onDisk('es/02-first.md')).toContain('[Más](01-last.md)');
    expect(onDisk('01-last.md')).toContain('[b]: 02-first.md');
    const links = desk.ask('studio.course', { folder: 'mine' }).problems;
    expect(links.filter(({ rule }) => rule.startsWith('link'))).toEqual([]);
  });

  test('an order that leaves one out, or names one twice, changes nothing', () => {
    const { desk } = studio(three);
    const before = files(desk);
    for (const order of [['01-first.md'], ['01-first.md', '01-first.md', '02-second.md'], []]) {
      expect(desk.failure('studio.order-lessons', { folder: 'mine', files: order })).toBe(
        'not-possible',
      );
    }
    expect(files(desk)).toEqual(before);
  });

  test('are added at the end, under names that are free', () => {
    const { desk } = studio(three);
    const add = (title: string) => desk.ask('studio.add-lesson', { folder: 'mine', title }).file;
    expect([add('What’s new?'), add('What’s new?'), add('مرحبا')]).toEqual([
      '04-what-s-new.md',
      '05-what-s-new-2.md',
      '06-lesson.md',
    ]);
  });

  test('taken out are gone in each language, and stay in the history', () => {
    const { desk } = studio(three);
    desk.ask('studio.remove-lesson', { folder: 'mine', file: '01-first.md' });
    expect(files(desk)).not.toContain('01-first.md');
    expect(files(desk)).not.toContain('es/01-first.md');
    const [kept] = desk.ask('studio.history', { folder: 'mine', file: 'es/01-first.md' });
    const on = { folder: 'mine', file: 'es/01-first.md', key: kept?.key ?? '' };
    expect(desk.ask('studio.version', on).text).toContain('Primera');
  });
});

describe('pictures', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');

  test('go among the assets under a free name that says what they are', () => {
    const { desk, own } = studio();
    const add = (name: string) =>
      desk.ask('studio.add-picture', { folder: 'mine', name, data: svg }).path;
    expect([add('Our Desk.PNG'), add('../../our desk.svg')]).toEqual([
      'assets/our-desk.svg',
      'assets/our-desk-2.svg',
    ]);
    expect(existsSync(join(own, 'mine', 'assets', 'our-desk.svg'))).toBe(true);
  });

  test('that are none are refused', () => {
    const { desk } = studio();
    const data = Buffer.from('MZ program').toString('base64');
    expect(desk.failure('studio.add-picture', { folder: 'mine', name: 'a.png', data })).toBe(
      'bad-file',
    );
  });
});

describe('quality', () => {
  test('is measured over the lessons of the course, with all that the check finds', () => {
    const { desk } = studio({ 'mine/02-second.md': lessonText('Second', 'minutes: 9') });
    const view = desk.ask('studio.quality', { folder: 'mine' });
    expect(view.lessons.map(({ title, minutes, items }) => [title, minutes, items])).toEqual([
      ['First of mine', 5, 1],
      ['Second', 9, 1],
    ]);
    expect(view.choices).toMatchObject({ questions: 2, expected: 1, places: [2, 0] });
    expect(view.kinds).toEqual([{ name: 'choice', count: 2 }]);
    expect(view.problems).toEqual(desk.ask('studio.check', { folder: 'mine' }));
  });

  test('is told by results that learners exported: each of them once, and no file that is none', () => {
    const { desk } = studio();
    const texts = Array.from({ length: 6 }, (_, n) => {
      const learner = desk.learner(`Learner ${n}`);
      const on = { learner, language: 'en', course: 'mine', lesson: 'first' };
      const { items } = desk.ask('lesson.read', on);
      const [item] = items;
      if (item?.kind !== 'choice') expect.unreachable();
      const { options } = item.shown;
      const wrong = options.findIndex((option) => JSON.stringify(option).includes('That'));
      const answer = [n < 4 ? wrong : 1 - wrong];
      desk.ask('item.answer', { ...on, item: 'one', event: uuid(), answer, seconds: 1 });
      return desk.ask('learners.export', { learner }).json;
    });
    const all = [...texts, texts[0] ?? '', 'no JSON', '{"events": []}'];
    const { people, unreadable, items } = desk.ask('studio.results', {
      folder: 'mine',
      texts: all,
    });
    expect({ people, unreadable }).toEqual({ people: 6, unreadable: 2 });
    expect(items).toEqual([
      expect.objectContaining({
        question: 'Which?',
        file: '01-first.md',
        people: 6,
        rightAtFirst: 1 / 3,
        tempting: { words: 'That', people: 4 },
      }),
    ]);
    const few = desk.ask('studio.results', { folder: 'mine', texts: texts.slice(0, 4) });
    expect(few).toMatchObject({ people: 4, items: [], tooFew: 1 });
  });

  test('is told by results, which of a question that was changed are those of its newest revision', () => {
    const { desk, at } = studio();
    const handedIn = (count: number): string[] =>
      Array.from({ length: count }, (_, n) => {
        const learner = desk.learner(`Learner ${n}`);
        const on = { learner, language: 'en', course: 'mine', lesson: 'first' };
        const [item] = desk.ask('lesson.read', on).items;
        if (item?.kind !== 'choice') expect.unreachable();
        const answer = [
          item.shown.options.findIndex((each) => JSON.stringify(each).includes('That')),
        ];
        desk.ask('item.answer', { ...on, item: 'one', event: uuid(), answer, seconds: 1 });
        return desk.ask('learners.export', { learner }).json;
      });
    const before = handedIn(6);
    const { text, version } = desk.ask('studio.read', at);
    const changed = text.replace('Which?', 'Which of these?');
    desk.ask('studio.save', { ...at, text: changed, base: version });
    const read = (texts: string[]) => desk.ask('studio.results', { folder: 'mine', texts });
    // Nobody has answered the new one yet: its words are not laid on the answers to the old one.
    expect(read(before)).toMatchObject({
      leftOut: 0,
      items: [{ isOlder: true, people: 6, tempting: { words: null, people: 6 } }],
    });
    expect(read([...before, ...handedIn(5)])).toMatchObject({
      ...{ people: 11, leftOut: 6 },
      items: [{ isOlder: false, people: 5, leftOut: 6, tempting: { words: 'That', people: 5 } }],
    });
  });
});

describe('question banks', () => {
  test('become lessons at the end of the course, and every line is accounted for', () => {
    const { desk, onDisk } = studio();
    const text =
      '::Locks:: When do you lock your screen? { =Always #Yes. ~Never #No. }\n\nSky is blue {T}\n';
    const made = { folder: 'mine', name: 'bank.gift', format: 'gift', text } as const;
    const { files, report } = desk.ask('studio.bring-in', made);
    expect(files).toEqual(['02-bank.md']);
    expect(onDisk('02-bank.md')).toContain('When do you lock your screen?');
    expect(report.filter(({ message }) => message === 'question').length).toBe(2);
    // Once more is another lesson.
    expect(desk.ask('studio.bring-in', made).files).toEqual(['03-bank-2.md']);
  });

  test('bring their pictures along, and write over none that is there', () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const { desk, onDisk } = studio({ 'mine/assets/desk.png': 'mine' });
    const text = `<quiz><question type="truefalse"><name><text>Desk</text></name><questiontext format="html"><text><![CDATA[<p>A desk? <img src="@@PLUGINFILE@@/desk.png" alt="A desk"></p>]]></text><file name="desk.png" path="/" encoding="base64">${png}</file></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
    const made = { folder: 'mine', name: 'bank.xml', format: 'moodle-xml', text } as const;
    const [file = ''] = desk.ask('studio.bring-in', made).files;
    expect(onDisk('assets/desk.png')).toBe('mine');
    expect(onDisk(file)).toContain('(assets/desk-2.png)');
    expect(desk.ask('studio.course', { folder: 'mine' }).files).toContain('assets/desk-2.png');
  });

  test('are made of a lesson', () => {
    const { desk, at } = studio();
    const { name, text } = desk.ask('studio.hand-out', { ...at, format: 'gift' });
    expect(name).toBe('01-first.gift');
    expect(text).toContain('Which?');
    expect(text).toMatch(/=\s*This/);
    expect(desk.ask('studio.hand-out', { ...at, file: 'course.md', format: 'gift' })).toMatchObject(
      {
        name: 'mine.gift',
        text: expect.stringContaining('$CATEGORY: First of mine'),
      },
    );
    expect(desk.failure('studio.hand-out', { ...at, file: 'none.md', format: 'gift' })).toBe(
      'not-found',
    );
  });
});
