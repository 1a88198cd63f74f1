// What is drawn stays what it is while lines come and go above it, and always leads to its line.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DraftReading } from '../../../core/course/draft/draft-reading';
import { parseLesson } from '../../../core/course/parse';
import type { Prose } from '../../../core/course/prose';
import { blockPlace, objectivesPlace, type Places, placesOf, pointPlace } from './places';
import { shared } from './shared';

interface Page {
  prose: Prose[];
  places: Places;
}

/** Draws one state of a text after the other. */
function pages(...texts: (readonly string[])[]): Page[] {
  const reading = new DraftReading();
  const drawn: Page[] = [];
  for (const paragraphs of texts) {
    const text = `---\ntitle: T\nobjectives: [O]\n---\n${paragraphs.join('\n\n')}\n`;
    const read = parseLesson('a.md', text, reading);
    const before = drawn.at(-1) ?? null;
    const prose = shared(before?.prose, read.prose, { withoutLines: true });
    drawn.push({ prose, places: placesOf(before, prose, read.prose, null, null) });
  }
  return drawn;
}

const linesOf = ({ places: { nodes, lines } }: Page) => nodes.map((each) => lines.get(`${each}`));

/** Of the points of the lists at the top level, as they are drawn: one after the other. */
const linesOfPoints = ({ prose, places: { nodes, lines } }: Page) =>
  prose.flatMap((node, at) =>
    node.type === 'list'
      ? node.items.map((_, point) => lines.get(pointPlace(`${nodes[at]}`, `${point}`)))
      : [],
  );

const three = ['One *word*.', '- a\n- b', 'Three.'];

describe('the page of a text', () => {
  test('of which nothing changed is the same', () => {
    const [before, after] = pages(three, three);
    expect(after?.prose).toBe(before?.prose);
    expect(after?.places.nodes).toBe(before?.places.nodes);
  });

  test('a letter more changes its paragraph alone, in its place', () => {
    const [before, after] = pages(three, ['One *word*.', '- a\n- bx', 'Three.']);
    expect(after?.prose.map((node, at) => node === before?.prose[at])).toEqual([true, false, true]);
    expect(after?.places.nodes).toBe(before?.places.nodes);
  });

  test('a line more above: all is the same, and leads to its new line', () => {
    const [before, after] = pages(three, ['\nOne *word*.', '- a\n- b', 'Three.']);
    expect(after?.prose).toBe(before?.prose);
    expect(after?.places.nodes).toBe(before?.places.nodes);
    expect(before && linesOf(before)).toEqual([5, 7, 10]);
    expect(after && linesOf(after)).toEqual([6, 8, 11]);
  });

  test('a paragraph more: those behind are the same in their places, and lead to their new lines', () => {
    const [before, after] = pages(three, ['One *word*.', 'New.', '- a\n- b', 'Three.']);
    const [one, list, end] = before?.places.nodes ?? [];
    expect(after?.places.nodes).toEqual([one, expect.any(Number), list, end]);
    expect(after?.prose.slice(2)).toEqual(before?.prose.slice(1));
    expect(after?.prose[2]).toBe(before?.prose[1]);
    expect(after && linesOf(after)).toEqual([5, 7, 9, 12]);
  });

  test('points of a list lead to their own lines, also where only some of it is drawn anew', () => {
    const [before, lower, changed, apart] = pages(
      three,
      ['\n\nOne *word*.', '- a\n- b', 'Three.'],
      ['\n\nOne *word*.', '- a\n  goes on\n- b', 'Three.'],
      ['\n\nOne *word*.', '- a\n  goes on\n\n\n- b', 'Three.'],
    );
    expect(before && linesOfPoints(before)).toEqual([7, 8]);
    expect(lower && linesOfPoints(lower)).toEqual([9, 10]);
    expect(changed && linesOfPoints(changed)).toEqual([9, 11]);
    expect(apart && linesOfPoints(apart)).toEqual([9, 13]);
  });
});

test('a question leads to its line wherever it stands', () => {
  const question =
    '::: truefalse #a\nWhat is so?\n\n- [x] This\n- [ ] That\n\n> [!WHY] Because.\n:::';
  const parsed = parseLesson('a.md', `---\ntitle: T\nobjectives: [O]\n---\n\n${question}\n`);
  const lesson = {
    ...parsed,
    id: 'a',
    terms: [],
    broken: false,
    stale: false,
    matter: {} as never,
  };
  const { lines } = placesOf(null, parsed.prose, parsed.prose, lesson, 3);
  expect(lines.get(blockPlace('a'))).toBe(6);
  expect(lines.get(objectivesPlace)).toBe(3);
});

test('whatever is written, no two nodes share a place, and each leads to its line', () => {
  const paragraph = fc.constantFrom(
    'a',
    'b',
    '- c',
    '# d',
    '\ne',
    '> f',
    '1. g\n\n   h',
    '- a\n\n\n- b',
  );
  const states = fc.array(fc.array(paragraph, { maxLength: 8 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(states, (texts) => {
      const drawn = pages(...texts);
      for (const [at, page] of drawn.entries()) {
        const [alone] = pages(texts[at] ?? []);
        expect(new Set(page.places.nodes).size).toBe(page.prose.length);
        expect(linesOf(page)).toEqual(alone?.prose.map(({ line }) => line));
        expect(linesOfPoints(page)).toEqual(
          alone?.prose.flatMap((node) =>
            node.type === 'list' ? node.items.map(({ line }) => line) : [],
          ),
        );
        expect(shared(alone?.prose, page.prose, { withoutLines: true })).toBe(alone?.prose);
      }
    }),
  );
});
