// The index of all words of all courses, for the search. A file of its own: it may be thrown away at
// any time and is then made anew; learners' data never depends on it.
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isPiece, type QueryWord, spellingsOf } from '../../../core/search/query';
import {
  type Passage,
  type PlaceKind,
  type Searchable,
  searchableVersion,
} from '../../../core/search/searchable';
import { baseOf, stemmedLanguages, stemsOf } from '../../../core/search/stems';
import { wordsIn } from '../../../core/search/words';
import { openThrowAway, removeDatabase } from './throw-away';

/** Another number for another schema or other words in it: the file then begins anew. */
const version = 1000 + searchableVersion;

/**
 * `words` holds folded words and stems, not the texts: those lie in `place`, as they are shown.
 * Stems carry their language in front, so that those of one are not taken for those of another.
 * `inside` finds what stands within a word: in a German compound, after an Arabic prefix.
 */
const schema = `
CREATE TABLE course (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  course TEXT NOT NULL, language TEXT NOT NULL, base TEXT NOT NULL,
  lesson TEXT, lesson_title TEXT NOT NULL,
  kind TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL, passages TEXT NOT NULL
) STRICT;
CREATE INDEX place_of_course ON place (course, language, lesson, kind, key);
CREATE VIRTUAL TABLE words USING fts5 (
  lesson, title, text, stems,
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
CREATE TABLE form (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE inside USING fts5 (
  word, content = '', contentless_delete = 1, tokenize = 'trigram'
);
`;

/** What a hit in the title of the lesson, in a heading, in the text, or of a stem alone is worth. */
const weights = '2.0, 6.0, 1.0, 0.6';

/** More are not looked at: the best ones are among them. */
const mostFound = 250;
/** Words that one piece of a word may stand for. */
const mostInside = 48;

export interface FoundPlace {
  id: number;
  course: string;
  /** BCP 47 tag. */
  language: string;
  lesson: string | null;
  kind: PlaceKind;
  key: string;
}

export interface PlaceText {
  lessonTitle: string;
  title: string;
  passages: Passage[];
}

/** All words, also inside of others, or at least one of them. */
export type Demand = 'all' | 'all-inside' | 'any-inside';

export interface SearchIndex {
  /** Fingerprints of the courses in the index, by their ids. */
  fingerprints(): Map<string, string>;
  /** Takes a course in, in place of what it was; all of it or nothing. */
  put(course: string, fingerprint: string, texts: readonly IndexedText[]): void;
  drop(course: string): void;
  /** Forgets forms of words that no course has any more. */
  sweep(): void;
  /** The best places, those in the language of who asks first. */
  find(query: readonly QueryWord[], demand: Demand, language: string): FoundPlace[];
  text(place: number): PlaceText | undefined;
  /** Where a place is in another language of its course: the line it begins with. */
  lineIn(language: string, place: FoundPlace): number | null;
  /** Throws the file away and begins with an empty one. */
  startOver(): void;
  close(): void;
}

export interface IndexedText {
  language: string;
  searchables: readonly Searchable[];
}

export const indexFile = 'search.db';

function open(file: string) {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    // What a power cut takes away is found missing and made anew, but the file stays whole.
    db.pragma('synchronous = NORMAL');
    db.pragma('locking_mode = EXCLUSIVE');
    const found = db.pragma('user_version', { simple: true });
    if (found !== version) {
      if (found !== 0) throw new Error('an index of another version');
      db.transaction(() => {
        db.exec(schema);
        db.pragma(`user_version = ${version}`);
      })();
    }
    return { db, ...statements(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

interface PlaceRow extends Omit<FoundPlace, 'id'> {
  base: string;
  lessonTitle: string;
  title: string;
  passages: string;
}

const statements = (db: Database.Database) => ({
  fingerprints: db.prepare<[], { id: string; fingerprint: string }>('SELECT * FROM course'),
  putCourse: db.prepare<[string, string]>('INSERT INTO course (id, fingerprint) VALUES (?, ?)'),
  dropCourse: db.prepare<[string]>('DELETE FROM course WHERE id = ?'),
  putPlace: db.prepare<[PlaceRow]>(`
    INSERT INTO place (course, language, base, lesson, lesson_title, kind, key, title, passages)
    VALUES (@course, @language, @base, @lesson, @lessonTitle, @kind, @key, @title, @passages)`),
  dropPlaces: db.prepare<[string]>('DELETE FROM place WHERE course = ?'),
  putWords: db.prepare<[number | bigint, string, string, string, string]>(
    'INSERT INTO words (rowid, lesson, title, text, stems) VALUES (?, ?, ?, ?, ?)',
  ),
  dropWords: db.prepare<[string]>(
    'DELETE FROM words WHERE rowid IN (SELECT id FROM place WHERE course = ?)',
  ),
  putForm: db.prepare<[string]>('INSERT OR IGNORE INTO form (word) VALUES (?)'),
  putInside: db.prepare<[number | bigint, string]>(
    'INSERT INTO inside (rowid, word) VALUES (?, ?)',
  ),
  dropInside: db.prepare<[]>(
    'DELETE FROM inside WHERE rowid IN (SELECT id FROM form WHERE word NOT IN (SELECT term FROM vocabulary))',
  ),
  dropForms: db.prepare<[]>('DELETE FROM form WHERE word NOT IN (SELECT term FROM vocabulary)'),
  inside: db.prepare<[string], { word: string }>(`
    SELECT form.word FROM inside JOIN form ON form.id = inside.rowid
    WHERE inside MATCH ? ORDER BY length(form.word), form.word LIMIT ${mostInside}`),
  find: db.prepare<[string, string], FoundPlace>(`
    SELECT place.id, course, language, place.lesson, kind, key
    FROM words JOIN place ON place.id = words.rowid
    WHERE words MATCH ?
    ORDER BY base = ? DESC, bm25(words, ${weights}), place.id
    LIMIT ${mostFound}`),
  text: db.prepare<[number], Omit<PlaceText, 'passages'> & { passages: string }>(
    'SELECT lesson_title AS lessonTitle, title, passages FROM place WHERE id = ?',
  ),
  inLanguage: db.prepare<[string, string, string | null, string, string], { passages: string }>(`
    SELECT passages FROM place
    WHERE course = ? AND language = ? AND lesson IS ? AND kind = ? AND key = ?
    ORDER BY id LIMIT 1`),
});

const stemTerm = (stem: string, language: string): string => `${baseOf(language)}0${stem}`;

/** What is looked up in a text: its words and their stems, in their order. */
function foldedAndStems(text: string, language: string): { folded: string[]; stems: string[] } {
  const words = wordsIn(text);
  return {
    folded: words.map(({ folded }) => folded),
    stems: words
      .flatMap(({ from, to }) => stemsOf(text.slice(from, to), language))
      .map((stem) => stemTerm(stem, language)),
  };
}

/** Folded words hold letters and digits alone, so that none of them can be syntax. */
const anyOf = (columns: string, terms: readonly string[], open: readonly string[] = []): string =>
  `{${columns}} : (${[
    ...terms.map((term) => `"${term}"`),
    ...open.map((term) => `"${term}" *`),
  ].join(' OR ')})`;

/** The first index is the one that came with the app, where it did: what it lacks is added to it. */
function takeShipped(file: string, shipped: string): void {
  if (existsSync(file) || !existsSync(shipped)) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(shipped, `${file}.part`);
    renameSync(`${file}.part`, file);
  } catch {
    // Then all of it is made here.
  }
}

/** `shipped` is a folder with an index of the courses that came with the app. */
export function openSearchIndex(folder: string, shipped?: string): SearchIndex {
  const file = join(folder, indexFile);
  if (shipped !== undefined) takeShipped(file, join(shipped, indexFile));
  // Where nothing can be written, the index is made anew at each start.
  const begin = () => openThrowAway(file, open) ?? open(':memory:');
  let index = begin();

  function drop(course: string): void {
    index.dropWords.run(course);
    index.dropPlaces.run(course);
    index.dropCourse.run(course);
  }

  function putPlace(course: string, language: string, each: Searchable): void {
    const { lesson, lessonTitle, kind, key, title, passages } = each;
    const base = baseOf(language);
    const { lastInsertRowid } = index.putPlace.run({
      ...{ course, language, base, lesson, lessonTitle, kind, key, title },
      passages: JSON.stringify(passages),
    });
    const text = passages.map((passage) => passage.text).join('\n');
    // The lesson itself is what its title names; its places only stand in it.
    const name = kind === 'lesson' ? lessonTitle : title;
    const columns = [lessonTitle, name, text].map((each) => foldedAndStems(each, language));
    const [ofLesson, ofName, ofText] = columns.map(({ folded }) => folded.join(' '));
    const stems = columns.flatMap((column) => column.stems).join(' ');
    index.putWords.run(lastInsertRowid, ofLesson ?? '', ofName ?? '', ofText ?? '', stems);
    for (const word of new Set(columns.flatMap(({ folded }) => folded))) {
      if (!isPiece(word)) continue;
      const { changes, lastInsertRowid: id } = index.putForm.run(word);
      if (changes > 0) index.putInside.run(id, word);
    }
  }

  function expressionOf(word: QueryWord, inside: boolean, asked: string): string {
    const spellings = spellingsOf(word, asked);
    const stems = stemmedLanguages.flatMap((language) =>
      stemsOf(word.written, language).map((stem) => stemTerm(stem, language)),
    );
    const longer = inside ? spellings.flatMap(formsWith) : [];
    const words = 'lesson title text';
    return [
      anyOf(words, [...spellings, ...longer], word.isOpen ? spellings : []),
      ...(stems.length > 0 ? [anyOf('stems', stems)] : []),
    ].join(' OR ');
  }

  const formsWith = (piece: string): string[] =>
    isPiece(piece) ? index.inside.all(`"${piece}"`).map(({ word }) => word) : [];

  return {
    fingerprints: () =>
      new Map(index.fingerprints.all().map(({ id, fingerprint }) => [id, fingerprint])),
    put(course, fingerprint, texts) {
      index.db.transaction(() => {
        drop(course);
        for (const { language, searchables } of texts) {
          for (const each of searchables) putPlace(course, language, each);
        }
        index.putCourse.run(course, fingerprint);
      })();
    },
    drop: (course) => index.db.transaction(drop)(course),
    sweep() {
      index.db.transaction(() => {
        index.dropInside.run();
        index.dropForms.run();
      })();
    },
    find(query, demand, language) {
      if (query.length === 0) return [];
      const each = query.map((word) => `(${expressionOf(word, demand !== 'all', language)})`);
      const all = each.join(demand === 'any-inside' ? ' OR ' : ' AND ');
      return index.find.all(all, baseOf(language));
    },
    text(place) {
      const found = index.text.get(place);
      return found && { ...found, passages: JSON.parse(found.passages) as Passage[] };
    },
    lineIn(language, { course, lesson, kind, key }) {
      const found = index.inLanguage.get(course, language, lesson, kind, key);
      const [first] = found ? (JSON.parse(found.passages) as Passage[]) : [];
      return first?.line ?? null;
    },
    startOver() {
      index.db.close();
      try {
        removeDatabase(file);
      } catch {
        // Then it is opened again as it is, or in memory.
      }
      index = begin();
    },
    close() {
      index.db.close();
    },
  };
}
