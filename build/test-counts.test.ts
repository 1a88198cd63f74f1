// Tests that passed only when they were tried again count as passed, and are named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromPlaywright } from './test-counts.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'deskwise-test-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const report = path.join(folder, 'e2e.json');

const spec = (file: string, title: string, status: string) => ({
  ...{ file, title, tests: [{ status }] },
});

test('what passed at the second try only is named, however deep it lies', () => {
  const suites = [
    {
      specs: [spec('a.spec.ts', 'one', 'expected'), spec('a.spec.ts', 'two', 'flaky')],
      suites: [{ suites: [{ specs: [spec('a.spec.ts', 'three', 'flaky')] }] }],
    },
    { specs: [spec('b.spec.ts', 'four', 'unexpected'), spec('b.spec.ts', 'five', 'skipped')] },
  ];
  const stats = { expected: 1, flaky: 2, unexpected: 1, skipped: 1 };
  writeFileSync(report, JSON.stringify({ suites, stats }));
  expect(fromPlaywright(report)).toEqual({
    ...{ passed: 3, failed: 1, skipped: 1 },
    unsteady: ['a.spec.ts: two', 'a.spec.ts: three'],
  });
});

test('where the runner did not come to a report, nothing passed', () => {
  expect(fromPlaywright(path.join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 0 });
  writeFileSync(report, '{"stats":');
  expect(fromPlaywright(report)).toMatchObject({ passed: 0, failed: 0 });
});
