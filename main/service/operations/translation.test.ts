// Translating: words land in their places, the tool knows what is left to do, and no translation gets lost.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TranslationView } from '../../../core/studio/translation/views';
import {
  courseText,
  lessonText,
  smallCourse,
  writeFiles,
} from '../../../tests/unit/support/course-files';
import { temporaryFolder } from '../../../tests/unit/support/folders';
import { Harness } from '../../../tests/unit/support/service';

const lesson = '01-first.md';

function translating(files: Record<string, string> = {}) {
  const own = temporaryFolder();
  writeFiles(own, { ...smallCourse('mine', 'mine'), ...files });
  const desk = new Harness({ courses: [{ kind: 'own', path: own }] });
  const path = (file: string): string => join(own, 'mine', file);
  const at = { folder: 'mine', language: 'es' };
  const on = { ...at, file: lesson };
  desk.ask('translation.begin', at);
  const read = (file = lesson) => desk.ask('translation.read', { ...at, file });
  const write = (source: string, words: string, file = lesson) => {
    const row = read(file).rows.find((each) => each.source === source);
    const { key = '' } = row ?? {};
    return desk.ask('translation.write', { ...at, file, key, source, words });
  };
  return {
    desk,
    at,
    on,
    read,
    write,
    onDisk: (file: string): string => readFileSync(path(file), 'utf8'),
    isThere: (file: string): boolean => existsSync(path(file)),
    change: (from: string, to: string, file = lesson): void => {
      writeFileSync(path(file), readFileSync(path(file), 'utf8').replace(from, to));
      desk.library.reload(join(own, 'mine'));
    },
    stale: () => desk.ask('studio.course', { folder: 'mine' }).texts[1]?.files[1]?.stale,
  };
}

const states = ({ rows }: TranslationView): [string, string | null, string][] =>
  rows.map(({ source, target, state }) => [source, target, state]);

/** Translates all that is left. */
function finish({ read, write }: ReturnType<typeof translating>): void {
  for (const { source, state } of read().rows)
    if (state !== 'translated') write(source, `${source} (es)`);
}

describe('a language', () => {
  test('is added with a course file of its own, and everything is to be done', () => {
    const {
      desk: service,
      at,
      onDisk,
      isThere,
    } = translating({ 'mine/glossary.md': '## Key\n\nA word.\n' });
    expect(onDisk('es/course.md')).toBe(
      courseText('mine').replace('language: en', 'language: "es"'),
    );
    expect(isThere('es/01-first.md')).toBe(false);
    expect(service.ask('translation.status', { folder: 'mine' })).toMatchObject({
      title: 'Title of mine',
      sourceLanguage: 'en',
      languages: [
        {
          language: 'es',
          segments: 14,
          missing: 14,
          stale: 0,
          files: [
            { file: 'course.md', isBegun: true, segments: 3 },
            { file: lesson, isBegun: false, segments: 9 },
            { file: 'glossary.md', what: 'glossary', segments: 2 },
          ],
        },
      ],
    });
    // Once more is no mistake; the course's own language is.
    expect(service.ask('translation.begin', at)).toEqual({ language: 'es' });
    expect(service.failure('translation.begin', { ...at, language: 'en' })).toBe('not-possible');
    expect(service.failure('translation.begin', { ...at, language: 'es--x' })).toBe('bad-input');
    expect(service.failure('translation.read', { ...at, language: 'fr', file: lesson })).toBe(
      'not-found',
    );
    expect(service.failure('translation.read', { ...at, file: '../course.md' })).toBe('not-found');
  });
});

describe('a segment', () => {
  test('is written to its place, and nothing else changes', () => {
    const { write, onDisk, read } = translating();
    expect(write('Which?', '¿Cuál?')).toMatchObject({ isWritten: true, view: { missing: 8 } });
    write('Yes.', 'Sí.');
    expect(onDisk('es/01-first.md')).toBe(
      onDisk(lesson).replace('Which?', '¿Cuál?').replace('Yes.', 'Sí.'),
    );
    expect(states(read()).slice(3, 6)).toEqual([
      ['Which?', '¿Cuál?', 'translated'],
      ['This', null, 'missing'],
      ['Yes.', 'Sí.', 'translated'],
    ]);
  });

  test('may stay as it is, and may be taken out again', () => {
    const { write, read } = translating();
    write('This', 'This');
    expect(states(read())[4]).toEqual(['This', 'This', 'translated']);
    write('This', ' ');
    expect(states(read())[4]).toEqual(['This', null, 'missing']);
  });

  test('that was said elsewhere is suggested', () => {
    const { write, read } = translating({ 'mine/02-second.md': lessonText('Second') });
    write('So it is.', 'Así es.');
    const rows = read('02-second.md').rows;
    expect(rows.find(({ source }) => source === 'So it is.')?.suggestion).toBe('Así es.');
    expect(rows.find(({ source }) => source === 'Yes.')?.suggestion).toBe(null);
  });

  test('goes stale when its source changes, with the difference, also when nobody told the tool', () => {
    const mine = translating();
    mine.write('Which?', '¿Cuál?');
    mine.change('Which?', 'Which one?');
    const row = mine.read().rows[3];
    expect(row).toMatchObject({ state: 'stale', target: '¿Cuál?' });
    expect(row?.change).toEqual([
      { kind: 'same', text: 'Which' },
      { kind: 'new', text: ' one' },
      { kind: 'same', text: '?' },
    ]);
    // It is still right.
    mine.write('Which one?', '¿Cuál?');
    expect(mine.read()).toMatchObject({ stale: 0 });
  });

  test('written while its source changes is kept, and is stale at once', () => {
    const mine = translating();
    const key = mine.read().rows[3]?.key ?? '';
    mine.change('Which?', 'Which of the two?');
    mine.desk.ask('translation.write', { ...mine.on, key, source: 'Which?', words: '¿Cuál?' });
    expect(mine.read().rows[3]).toMatchObject({ state: 'stale', target: '¿Cuál?' });
  });

  test('has its terms beside it, as the glossaries have them', () => {
    const { write, read } = translating({ 'mine/glossary.md': '## Word\n\nA thing said.\n' });
    expect(read().rows[2]).toMatchObject({ terms: [{ term: 'Word', translated: null }] });
    write('Word', 'Palabra', 'glossary.md');
    expect(read().rows[2]).toMatchObject({ terms: [{ term: 'Word', translated: 'Palabra' }] });
  });
});

describe('a lesson', () => {
  test('is up to date when its author says so, and the file says it too', () => {
    const mine = translating();
    expect(mine.desk.failure('translation.settle', mine.on)).toBe('not-possible');
    finish(mine);
    expect(mine.read()).toMatchObject({ missing: 0, stale: 0, isUnsaid: true });
    mine.desk.ask('translation.settle', mine.on);
    expect(mine.read()).toMatchObject({ isUnsaid: false, isChanged: false });
    expect(mine.onDisk('es/01-first.md')).toMatch(/^source: "[0-9a-f]{16}"$/m);
    expect(mine.stale()).toBe(false);
    mine.change('So it is.', 'So it was.');
    expect(mine.stale()).toBe(true);
    expect(mine.read()).toMatchObject({ missing: 0, stale: 1 });
    mine.desk.ask('translation.settle', mine.on);
    expect(mine.read()).toMatchObject({ stale: 0, isUnsaid: false });
    expect(mine.stale()).toBe(false);
    expect(mine.onDisk('es/01-first.md').match(/^source:/gm)).toHaveLength(1);
  });

  test('translated on another computer knows by the history what changed, or says that it does not', () => {
    const mine = translating();
    finish(mine);
    mine.desk.ask('translation.settle', mine.on);
    rmSync(join(mine.desk.dataFolder, 'translations'), { recursive: true });
    const at = { folder: 'mine', file: lesson };
    const { text, version } = mine.desk.ask('studio.read', at);
    const next = text.replace('So it is.', 'So it was.');
    mine.desk.ask('studio.save', { ...at, text: next, base: version });
    expect(mine.read()).toMatchObject({ stale: 1, isChanged: false });
    rmSync(join(mine.desk.dataFolder, 'history'), { recursive: true });
    expect(mine.read()).toMatchObject({ stale: 0, isChanged: true });
  });

  test('whose source got more gets places for it, and keeps what is translated', () => {
    const mine = translating();
    mine.write('Words of First of mine.', 'Palabras.');
    mine.write('Which?', '¿Cuál?');
    mine.change('Words of', 'A new beginning.\n\nWords of');
    expect(states(mine.read()).slice(2, 5)).toEqual([
      ['A new beginning.', null, 'missing'],
      ['Words of First of mine.', 'Palabras.', 'translated'],
      ['Which?', '¿Cuál?', 'translated'],
    ]);
    mine.write('A new beginning.', 'Un nuevo comienzo.');
    expect(mine.onDisk('es/01-first.md')).toContain('Un nuevo comienzo.\n\nPalabras.\n');
    expect(mine.read()).toMatchObject({ lacksPlaces: false, extra: [] });
  });

  test('given another structure still knows what had gone stale', () => {
    const mine = translating();
    finish(mine);
    mine.desk.ask('translation.settle', mine.on);
    rmSync(join(mine.desk.dataFolder, 'translations'), { recursive: true });
    const at = { folder: 'mine', file: lesson };
    const { text, version } = mine.desk.ask('studio.read', at);
    const next = text.replace('So it is.', 'So it was.').replace('Words of', 'New.\n\nWords of');
    mine.desk.ask('studio.save', { ...at, text: next, base: version });
    expect(mine.read()).toMatchObject({ missing: 1, stale: 1, isChanged: false });
    mine.write('New.', 'Nuevo.');
    expect(mine.read()).toMatchObject({ missing: 0, stale: 1, isChanged: false });
  });

  test('with words of its own is only given the structure of its source when the author says so', () => {
    const mine = translating();
    mine.write('Which?', '¿Cuál?');
    mine.change('\n::: choice', '\nSolo aquí.\n\n::: choice', 'es/01-first.md');
    mine.change('> [!WHY]', '> [!HINT] Look.\n\n> [!WHY]');
    expect(mine.read()).toMatchObject({ lacksPlaces: true, extra: ['Solo aquí.'] });
    expect(mine.write('Look.', 'Mire.')).toEqual({ isWritten: false, why: 'places' });
    expect(mine.onDisk('es/01-first.md')).toContain('Solo aquí.');
    mine.desk.ask('translation.lay-out', mine.on);
    expect(mine.read()).toMatchObject({ lacksPlaces: false, extra: [] });
    expect(mine.onDisk('es/01-first.md')).toContain('¿Cuál?');
    const at = { folder: 'mine', file: 'es/01-first.md' };
    const kept = mine.desk
      .ask('studio.history', at)
      .map(({ key }) => mine.desk.ask('studio.version', { ...at, key }).text);
    expect(kept.some((text) => text.includes('Solo aquí.'))).toBe(true);
  });
});

describe('a file for an office', () => {
  const exported = ({ desk, at }: ReturnType<typeof translating>) =>
    desk.ask('translation.export', at);
  const came = ({ desk, at }: ReturnType<typeof translating>, text: string) =>
    desk.ask('translation.import', { ...at, text });
  /** What an office does: each missing target is there, and said to be one. */
  const worked = (xml: string): string =>
    xml.replace(
      /<segment state="initial">\s*<source>([^<]*)<\/source>(?:\s*<target>[^<]*<\/target>)?/g,
      '<segment state="translated"><source>$1</source><target>$1 (es)</target>',
    );

  test('comes back unchanged and changes nothing', () => {
    const mine = translating();
    mine.write('Which?', '¿Cuál?');
    mine.change('Which?', 'Which one?');
    const before = [mine.read(), mine.onDisk('es/01-first.md'), mine.onDisk('es/course.md')];
    const { name, text } = exported(mine);
    expect(name).toBe('mine-1.0.0-es.xlf');
    expect(text).toContain('<note category="earlier-source">Which?</note>');
    expect(came(mine, text)).toEqual({ isRead: true, taken: 0, same: 1, stale: 0, misfits: [] });
    const after = [mine.read(), mine.onDisk('es/01-first.md'), mine.onDisk('es/course.md')];
    expect(after).toEqual(before);
  });

  test('comes back translated and is in its places', () => {
    const mine = translating();
    const { text } = exported(mine);
    expect(came(mine, worked(text))).toEqual({
      isRead: true,
      taken: 12,
      same: 0,
      stale: 0,
      misfits: [],
    });
    expect(mine.read()).toMatchObject({ missing: 0, stale: 0 });
    expect(mine.onDisk('es/01-first.md')).toContain('- [x] This (es)\n  > Yes. (es)\n');
    expect(mine.onDisk('es/course.md')).toContain('title: Title of mine (es)');
    // The same file goes out again as it came in.
    expect(came(mine, exported(mine).text)).toMatchObject({ taken: 0, same: 12, misfits: [] });
  });

  test('comes back after the source changed: what fits is taken, and all else is named and kept', () => {
    const mine = translating();
    const { text } = exported(mine);
    mine.change('Words of First', 'Good words of First');
    mine.change('- [ ] That\n  > No.\n', '');
    mine.change('Which?', 'Which one of them?');
    mine.write('Which one of them?', '¿Cuál de ellos?');
    expect(came(mine, worked(text))).toEqual({
      isRead: true,
      taken: 8,
      same: 0,
      stale: 1,
      misfits: [
        { file: lesson, source: 'Which?', target: 'Which? (es)', why: 'newer' },
        { file: lesson, source: 'That', target: 'That (es)', why: 'gone' },
        { file: lesson, source: 'No.', target: 'No. (es)', why: 'gone' },
      ],
    });
    expect(states(mine.read())[2]).toEqual([
      'Good words of First of mine.',
      'Words of First of mine. (es)',
      'stale',
    ]);
    // When the source says it again, it is there.
    mine.change('> Yes.\n', '> Yes.\n- [ ] That\n  > Wrong.\n');
    const row = mine.read().rows.find(({ source }) => source === 'That');
    expect(row).toMatchObject({ state: 'missing', suggestion: 'That (es)' });
  });

  test('for another language, or none at all, changes nothing', () => {
    const mine = translating();
    const { text } = exported(mine);
    expect(came(mine, text.replace('trgLang="es"', 'trgLang="fr"'))).toEqual({
      isRead: false,
      why: 'language',
      language: 'fr',
    });
    expect(came(mine, 'PK\u0003\u0004')).toEqual({ isRead: false, why: 'form' });
    expect(mine.isThere('es/01-first.md')).toBe(false);
  });

  test('with words that Markdown would take for something else is taken in, and breaks nothing', () => {
    const mine = translating();
    const text = worked(exported(mine).text)
      .replace('<target>This (es)</target>', '<target>[Esto]: uno</target>')
      .replace('<target>Yes. (es)</target>', '<target># Sí</target>')
      .replace('<target>That (es)</target>', '<target>Eso\n\n- [x] Nada</target>');
    expect(came(mine, text)).toMatchObject({ isRead: true, misfits: [] });
    expect(mine.onDisk('es/01-first.md')).toContain('- [x] [Esto]: uno\n  > \\# Sí\n');
    expect(mine.onDisk('es/01-first.md')).toContain('- [ ] Eso\n      - [x] Nada\n');
    const rules = mine.desk.ask('studio.check', { folder: 'mine' }).map(({ rule }) => rule);
    expect(rules).not.toContain('translation-blocks');
  });
});
