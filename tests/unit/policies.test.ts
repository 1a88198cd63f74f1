// docs/policies.md and the example in build/policy say what the keys in core/policy say.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PolicyKey, policyKeys } from '../../core/policy/keys';
import { readPolicy } from '../../core/policy/policy';
import { z } from '../../core/zod';
import { Library } from '../../main/service/library/library';
import { shippedCourses } from './support/folders';
import { noCache } from './support/service';

const inProject = (...path: string[]): string => join(import.meta.dirname, '..', '..', ...path);
const page = inProject('docs', 'policies.md');
const docs = readFileSync(page, 'utf8');
const keys = Object.keys(policyKeys) as PolicyKey[];
const [begin, end] = ['<!-- keys -->\n', '<!-- /keys -->'];

const read = (text: string) => readPolicy({ state: 'read', file: 'policy.json', text });

/** Words that may stand there, else what kind of value it is. */
function formOf(key: PolicyKey): string {
  const { enum: words, type, anyOf } = z.toJSONSchema(policyKeys[key].value(), { io: 'input' });
  if (words) return words.map((word) => `\`${String(word)}\``).join(', ');
  return type === 'array' ? 'list' : anyOf && key === 'CatalogueAddress' ? 'text' : 'object';
}

const code = (value: unknown): string => `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``;

const table = [
  '| key | values | without it | when it is wrong | can be recommended |',
  '| --- | --- | --- | --- | --- |',
  ...keys.map((key) => {
    const row = policyKeys[key];
    const strictest = 'strictest' in row ? code(row.strictest) : 'passed over';
    const recommended = row.recommendable ? 'yes' : 'no';
    return `| \`${key}\` | ${formOf(key)} | ${code(row.preset)} | ${strictest} | ${recommended} |`;
  }),
  '',
].join('\n');

test('the table of keys is that of core/policy/keys.ts', () => {
  const from = docs.indexOf(begin) + begin.length;
  const to = docs.indexOf(end);
  expect(to).toBeGreaterThan(from - 1);
  if (process.env.WRITE_DOCS === '1') {
    writeFileSync(page, docs.slice(0, from) + table + docs.slice(to));
    return;
  }
  expect(docs.slice(from, to)).toBe(table);
});

test('every key is explained, and nothing else is', () => {
  const explained = [...docs.matchAll(/^### (\w+)$/gm)].map(([, key]) => key);
  expect(explained).toEqual(keys);
});

test('the examples of the page have no mistakes', () => {
  const examples = [...docs.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThan(0);
  for (const text of examples) {
    const policy = read(text);
    expect([policy.fault, policy.rows.filter(({ mistake }) => mistake)]).toEqual([null, []]);
  }
});

test('the example in build/policy names every key, and courses that are there', () => {
  const policy = read(readFileSync(inProject('build', 'policy', 'policy.json'), 'utf8'));
  expect([policy.fault, policy.rows.filter(({ mistake }) => mistake)]).toEqual([null, []]);
  expect(policy.rows.map(({ key }) => key).sort()).toEqual([...keys].sort());
  const library = new Library([{ kind: 'shipped', path: shippedCourses }], noCache);
  const courses = policy.enforced.MandatoryCourses ?? [];
  expect(courses.filter(({ course }) => !library.find(course))).toEqual([]);
});
