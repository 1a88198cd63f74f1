// Where links and pictures lead, which levels headings get.
import { describe, expect, it } from 'vitest';
import type { Prose } from '../../core/course/prose';
import type { Links } from '../../core/views';
import {
  hasGap,
  headingLevel,
  itemHeadingLevels,
  lonePicture,
  pictureUrl,
  referenceId,
  shownLink,
} from './prose-view';

const links: Links = {
  '02-next.md': { to: 'lesson', lesson: 'next' },
  'course.md': { to: 'course' },
  'glossary.md': { to: 'glossary' },
  'assets/form.pdf': { to: 'asset', url: 'course://a/1/assets/form.pdf', path: 'assets/form.pdf' },
};
const words = [{ type: 'text' as const, text: 'here' }];
const file = (path: string, anchor?: string) =>
  ({ to: 'file', path, ...(anchor !== undefined && { anchor }) }) as const;

describe('shownLink', () => {
  it('leads to a lesson, and to a heading in it', () => {
    expect(shownLink(file('02-next.md'), words, links)).toEqual({
      to: 'lesson',
      lesson: 'next',
      anchor: null,
    });
    expect(shownLink(file('02-next.md', 'keys'), words, links)).toEqual({
      to: 'lesson',
      lesson: 'next',
      anchor: 'keys',
    });
  });

  it('leads to the course and to a file to save', () => {
    expect(shownLink(file('course.md'), words, links)).toEqual({ to: 'course' });
    expect(shownLink(file('assets/form.pdf'), words, links)).toEqual({
      to: 'download',
      path: 'assets/form.pdf',
    });
  });

  it('leads to a term, and without one to the page that has them all', () => {
    expect(shownLink(file('glossary.md', 'phishing'), words, links)).toEqual({
      to: 'term',
      anchor: 'phishing',
    });
    expect(shownLink(file('glossary.md'), words, links)).toEqual({ to: 'course' });
  });

  it('shows the words of a link to a file that is not there', () => {
    expect(shownLink(file('gone.md'), words, links)).toEqual({ to: 'text', address: null });
  });

  it('shows a refused address as text, once', () => {
    const target = { to: 'refused', url: 'javascript:x' } as const;
    expect(shownLink(target, words, links)).toEqual({ to: 'text', address: 'javascript:x' });
    expect(shownLink(target, [{ type: 'text', text: 'javascript:x' }], links)).toEqual({
      to: 'text',
      address: null,
    });
  });

  it('shows no address where there is none', () => {
    const target = { to: 'refused', url: '' } as const;
    expect(shownLink(target, words, links)).toEqual({ to: 'text', address: null });
  });

  it('keeps web, mail and page links as they are', () => {
    expect(shownLink({ to: 'web', url: 'https://a.example/' }, words, links)).toEqual({
      to: 'web',
      url: 'https://a.example/',
    });
    expect(shownLink({ to: 'anchor', anchor: 'keys' }, words, links)).toEqual({
      to: 'anchor',
      anchor: 'keys',
    });
  });
});

describe('pictures', () => {
  it('finds the address of a file of the course only', () => {
    expect(pictureUrl(file('assets/form.pdf'), links)).toBe('course://a/1/assets/form.pdf');
    expect(pictureUrl(file('assets/gone.svg'), links)).toBeNull();
    expect(pictureUrl(file('course.md'), links)).toBeNull();
    expect(pictureUrl({ to: 'web', url: 'https://a.example/a.png' }, links)).toBeNull();
  });

  it('knows an image that stands alone', () => {
    const image = { type: 'image' as const, source: file('a.svg'), alt: 'A' };
    expect(lonePicture([image])).toBe(image);
    expect(lonePicture([image, { type: 'text', text: ' and words' }])).toBeNull();
    expect(lonePicture([])).toBeNull();
  });
});

describe('headings', () => {
  it('leaves level 1 to the title of the page', () => {
    expect([1, 2, 3, 6, 7].map(headingLevel)).toEqual([2, 2, 3, 6, 6]);
  });

  it('puts items one level under their heading', () => {
    const heading = (level: number): Prose => ({
      type: 'heading',
      line: 1,
      level,
      anchor: 'a',
      children: [],
    });
    const item = (id: string): Prose => ({ type: 'item', line: 1, id });
    const levels = itemHeadingLevels([
      item('first'),
      heading(2),
      item('second'),
      heading(3),
      { type: 'details', line: 1, title: [], children: [item('third')] },
      heading(2),
      item('fourth'),
    ]);
    expect(Object.fromEntries(levels)).toEqual({ first: 2, second: 3, third: 4, fourth: 3 });
  });
});

it('names each reference to a note', () => {
  expect(referenceId('n', 2, 0)).toBe('n-2-0');
});

it('finds gaps within emphasis', () => {
  expect(hasGap([{ type: 'strong', children: [{ type: 'gap', gap: 0 }] }])).toBe(true);
  expect(hasGap(words)).toBe(false);
});
