// How much of a long text stands at once.
import { expect, test } from 'vitest';
import type { Prose } from '../../core/course/prose';
import { firstNodes } from './use-growing';

const nodes: Prose[] = Array.from({ length: 100 }, (_, at) => ({ type: 'rule', line: at * 2 + 1 }));

test.each([
  [1, 8],
  [2, 8],
  [41, 28],
  [199, 100],
  [Number.POSITIVE_INFINITY, 100],
])('reading goes on in line %d: %d nodes', (line, count) => {
  expect(firstNodes(nodes, line)).toBe(count);
});

test('a short text stands whole', () => {
  expect(firstNodes(nodes.slice(0, 5), 1)).toBe(5);
  expect(firstNodes([], 1)).toBe(0);
});
