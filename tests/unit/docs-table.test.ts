// The table of rules in docs/checking-courses.md says what the rules say.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../core/course/rules';
import { usage } from '../../main/service/check/arguments';

const path = join(import.meta.dirname, '../../docs/checking-courses.md');
const [begin, end] = ['<!-- rules -->\n', '<!-- /rules -->'];

/** Placeholders in single braces; a bar would end the cell, and brackets might make a link. */
const cell = (words: string): string =>
  words
    .replace(/\{\{(\w+)\}\}/g, '{$1}')
    .replace(/[\\|[\]<>*_`~]/g, (character) => `\\${character}`);

const table = [
  '| rule | | what | how to mend it |',
  '| --- | --- | --- | --- |',
  ...Object.entries(rules).map(
    ([id, { severity, what, mend }]) =>
      `| \`${id}\` | ${severity} | ${cell(what)} | ${cell(mend)} |`,
  ),
  '',
].join('\n');

test('the table of rules is the one of core/course/rules.ts', () => {
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  expect(to).toBeGreaterThan(from - 1);
  if (process.env.WRITE_DOCS === '1') {
    writeFileSync(path, text.slice(0, from) + table + text.slice(to));
    return;
  }
  expect(text.slice(from, to)).toBe(table);
});

test('every argument of the check is explained', () => {
  const text = readFileSync(path, 'utf8');
  const names = usage.match(/--[a-z]+/g) ?? [];
  expect(names.length).toBeGreaterThan(3);
  expect([...names, '--help'].filter((name) => !text.includes(name))).toEqual([]);
});
