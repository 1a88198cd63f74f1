// Files as other programs write them, and what becomes of each: the pairs lie in tests/fixtures/exchange.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLesson } from '../course/parse';
import { importCsv } from './csv/read';
import { importEdx } from './edx/read';
import type { Imported } from './format';
import { importGift } from './gift/read';
import { importLiaScript } from './liascript';
import { importMoodle } from './moodle/read';

const folder = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'exchange');
const options = { title: 'Questions', language: 'en' };

const importers: Record<string, (text: string, given: typeof options) => Imported> = {
  '.gift': importGift,
  '.xml': importMoodle,
  '.csv': importCsv,
  '.edx': importEdx,
  '.liascript': importLiaScript,
};

/** All that was made, as one text to read. */
function shown({ lessons, assets, report }: Imported): string {
  const rows = report.map(({ line, what, message, values }) => {
    const words = Object.entries(values).map(([name, value]) => `${name}=${value}`);
    return [`${line}: ${what} ${message}`, ...words].join(' | ');
  });
  return [
    ...lessons.map(({ name, text }) => `=== ${name}\n${text}`),
    ...assets.map(({ path, bytes }) => `=== ${path} (${bytes.length} bytes)`),
    `=== report\n${rows.join('\n')}\n`,
  ].join('\n');
}

const files = readdirSync(folder).filter((name) => extname(name) in importers);

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const imported = importers[extname(name)]?.(text, options) as Imported;

  test('becomes lessons and a report', async () => {
    await expect(shown(imported)).toMatchFileSnapshot(join(folder, `${name}.expected.md`));
  });

  test('has no problem that the report does not name', () => {
    const rows = imported.report.map(({ message }) => message);
    const named: Record<string, string> = { 'image-words-missing': 'picture-words-missing' };
    for (const lesson of imported.lessons) {
      for (const { rule } of parseLesson(lesson.name, lesson.text).problems) {
        expect(rows).toContain(named[rule] ?? rule);
      }
    }
  });
});
