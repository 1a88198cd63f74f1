// What the filters of the library let through.
import { expect, test } from 'vitest';
import type { CourseCard } from '../../../core/views';
import { anything, fitting, isAnything, timeOf, topicsOf, type Wanted } from './library-view';

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
