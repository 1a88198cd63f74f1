// What a training office is given: a list of people, statements of a learning record store, learners' own exports.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLesson } from '../../core/course/parse';
import type { LearningEvent } from '../../core/learning/events';
import { finished } from '../unit/support/team-statements';

/** How many people work where; Legal and Post are too small to be shown alone. */
const units = { Archive: 12, 'Front desk': 20, Legal: 3, Post: 4 };

const id = (number: number, version = 4): string =>
  `01900000-0000-${version}000-8000-${String(number).padStart(12, '0')}`;

const people = Object.entries(units).flatMap(([unit, count]) =>
  Array.from({ length: count }, (_, at) => ({
    account: `${unit.toLowerCase().replace(' ', '-')}-${at + 1}`,
    name: `${unit} ${at + 1}`,
    unit,
  })),
);

/** A table as an office has it: separated by semicolons, with one line that is wrong. */
export function writeRoster(folder: string): string {
  const file = join(folder, 'people.csv');
  const lines = people.map(({ account, name, unit }) => `${account};${name};${unit};`);
  const text = ['Account;Name;Unit;Group', ...lines, 'no-unit;Nobody;;'].join('\r\n');
  writeFileSync(file, text);
  return file;
}

/**
 * Who finished: of the Archive all and the far post too, of the front desk 13, of Legal one, of Post
 * four; months apart.
 */
export function writeStatements(folder: string): string {
  const file = join(folder, 'statements.json');
  const done = people.filter(({ unit }, at) => unit !== 'Legal' || at % 3 === 0);
  const statements = done
    .filter(({ unit, account }) => unit !== 'Front desk' || Number(account.split('-')[2]) <= 13)
    .flatMap(({ account, unit }, at) => {
      const month = String(1 + (at % 10)).padStart(2, '0');
      const of = (course: string, number: number) =>
        finished({
          ...{ id: id(number), account, course, success: true },
          at: `2026-${month}-10T00:00:00.000Z`,
        });
      const one = of('safe-desk', at + 1);
      return unit === 'Archive' ? [one, of('far-post', at + 500)] : [one];
    });
  // Some of them twice.
  writeFileSync(file, JSON.stringify({ statements: [...statements, ...statements.slice(0, 5)] }));
  return file;
}

const mailLesson = join(
  ...[import.meta.dirname, '..', 'fixtures', 'mail', 'courses', '01-mail-room', '01-monday.md'],
);

/** Exports of eight people of the front desk, who judged the messages of an inbox. */
export function writeExports(folder: string): string[] {
  const [inbox] = parseLesson('01-monday.md', readFileSync(mailLesson, 'utf8')).items;
  if (inbox?.kind !== 'inbox') throw new Error('the lesson begins with an inbox');
  const { messages } = inbox.content;
  return Array.from({ length: 8 }, (_, at) => {
    const account = { homePage: 'https://id.example', name: `front-desk-${at + 1}` };
    // Two people report nothing at all.
    const answer = messages.map(({ nature }) => ({
      verdict: nature === 'phish' || nature === 'scam' ? (at < 6 ? 'report' : 'safe') : 'safe',
      clues: [],
    }));
    const learner = id(9000 + at);
    const event: LearningEvent = {
      ...{ type: 'item.answered', id: id(8000 + at, 7), learner, device: id(1) },
      ...{ at: '2026-10-05T08:00:00.000Z', course: 'mail-room', version: '1.0.0' },
      ...{ lesson: 'monday', item: inbox.id, revision: inbox.revision, attempt: 1 },
      ...{ answer, share: at < 6 ? 1 : 0.4, possible: 1, hintCost: 0, final: true, sure: null },
      ...{ seconds: 40, language: 'en', pass: 80 },
    };
    const file = join(folder, `person-${at + 1}.json`);
    const profile = { id: learner, name: `Front desk ${at + 1}` };
    writeFileSync(file, JSON.stringify({ profile, targets: [{ account }], events: [event] }));
    return file;
  });
}
