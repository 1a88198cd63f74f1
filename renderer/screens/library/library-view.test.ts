// What the filters of the library let through.
import { expect, test } from 'vitest';
import type { CourseCard } from '../../../core/views';
import {
  anything,
  type Column,
  fitting,
  isAnything,
  nextSort,
  type Sort,
  sorted,
  timeOf,
  topicsOf,
  type Wanted,
} from './library-view';

const course = (id: string, more: Partial<CourseCard> = {}): CourseCard => ({
  id,
  version: '1.0.0',
  title: id,
  summary: '',
  level: 'basic',
  topics: [],
  minutes: 50,
  languages: ['en'],
  language: { language: 'en', missing: null, stale: false },
  progress: {
    status: 'new',
    finishedLessons: 0,
    lessons: 5,
    points: 0,
    possible: 10,
    score: 0,
    passed: null,
    placedOut: false,
    minutesLeft: 50,
  },
  mandatory: null,
  errors: 0,
  ...more,
});

const courses = [
  course('Phishing', { topics: ['cybersecurity'], summary: 'Read addresses calmly.' }),
  course('Protección', { topics: ['privacy', 'cybersecurity'], minutes: 90 }),
  course('Tables', { topics: ['data'], level: 'intermediate', minutes: 30 }),
];
const found = (wanted: Partial<Wanted>): string[] =>
  fitting(courses, { ...anything, ...wanted }, (topic) => `About ${topic}`).map(({ id }) => id);

test('nothing wanted lets everything through', () => {
  expect(found({})).toHaveLength(3);
  expect(isAnything({ ...anything, words: '  ' })).toBe(true);
  expect(isAnything({ ...anything, time: 'short' })).toBe(false);
});

test.each<[Partial<Wanted>, string[]]>([
  [{ words: 'phish' }, ['Phishing']],
  [{ words: 'CALMLY addresses' }, ['Phishing']],
  [{ words: 'proteccion' }, ['Protección']],
  [{ words: 'about data' }, ['Tables']],
  [{ words: 'phish tables' }, []],
  [{ topic: 'cybersecurity' }, ['Phishing', 'Protección']],
  [{ topic: 'cybersecurity', time: 'long' }, ['Protección']],
  [{ level: 'intermediate' }, ['Tables']],
  [{ status: 'finished' }, []],
])('%o', (wanted, ids) => {
  expect(found(wanted)).toEqual(ids);
});

test('time in three kinds, topics by how many courses have them', () => {
  expect([45, 46, 75, 76].map(timeOf)).toEqual(['short', 'medium', 'medium', 'long']);
  expect(topicsOf(courses)).toEqual(['cybersecurity', 'privacy', 'data']);
});

const progress = (finishedLessons: number, lessons: number): CourseCard['progress'] => ({
  ...course('any').progress,
  status: finishedLessons === 0 ? 'new' : finishedLessons === lessons ? 'finished' : 'started',
  finishedLessons,
  lessons,
});

test.each<[Column, string[], string[]]>([
  ['title', ['Änderung', 'Teil 2', 'Teil 10', 'Zebra'], ['Zebra', 'Teil 10', 'Teil 2', 'Änderung']],
  ['level', ['Teil 10', 'Änderung', 'Teil 2', 'Zebra'], ['Zebra', 'Teil 2', 'Teil 10', 'Änderung']],
  ['time', ['Teil 2', 'Zebra', 'Teil 10', 'Änderung'], ['Änderung', 'Teil 10', 'Zebra', 'Teil 2']],
  [
    'progress',
    ['Teil 10', 'Zebra', 'Teil 2', 'Änderung'],
    ['Änderung', 'Teil 2', 'Zebra', 'Teil 10'],
  ],
  [
    'languages',
    ['Zebra', 'Änderung', 'Teil 2', 'Teil 10'],
    ['Teil 10', 'Änderung', 'Teil 2', 'Zebra'],
  ],
])('by %s, up and down; what is alike stays in the order of the library', (column, up, down) => {
  const list = [
    course('Zebra', { level: 'advanced', minutes: 30, progress: progress(1, 5) }),
    course('Teil 10', { minutes: 45, languages: ['en', 'de', 'ar'] }),
    course('Änderung', { minutes: 90, progress: progress(5, 5), languages: ['en', 'de'] }),
    course('Teil 2', {
      level: 'intermediate',
      minutes: 20,
      progress: progress(2, 5),
      languages: ['de', 'en'],
    }),
  ];
  const idsBy = (sort: Sort | null) => sorted(list, sort, 'de').map(({ id }) => id);
  expect(idsBy({ column, down: false })).toEqual(up);
  expect(idsBy({ column, down: true })).toEqual(down);
  expect(idsBy(null)).toEqual(['Zebra', 'Teil 10', 'Änderung', 'Teil 2']);
});

test('a course that may be skipped is done, one that was only opened is more than a new one', () => {
  const list = [
    course('skipped', { progress: { ...progress(0, 5), status: 'finished', placedOut: true } }),
    course('opened', { progress: { ...progress(0, 5), status: 'started' } }),
    course('new'),
  ];
  const ids = sorted(list, { column: 'progress', down: false }, 'en').map(({ id }) => id);
  expect(ids).toEqual(['new', 'opened', 'skipped']);
});

test('a column goes up, down, and then out of the way; another begins anew', () => {
  const up = nextSort(null, 'time');
  expect(up).toEqual({ column: 'time', down: false });
  expect(nextSort(up, 'time')).toEqual({ column: 'time', down: true });
  expect(nextSort(nextSort(up, 'time'), 'time')).toBeNull();
  expect(nextSort({ column: 'time', down: true }, 'title')).toEqual({
    column: 'title',
    down: false,
  });
});
