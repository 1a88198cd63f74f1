// What a node of prose is shown as: where a link leads, which heading level it gets, how notes are named.
import { inlineText } from '../../core/course/plain-text';
import type { Inline, LinkTarget, Prose } from '../../core/course/prose';
import type { Links } from '../../core/views';
import type { HeadingLevel } from './prose-context';

export type ShownLink =
  | { to: 'web' | 'mail'; url: string }
  | { to: 'lesson'; lesson: string; anchor: string | null }
  | { to: 'course' }
  | { to: 'term'; anchor: string }
  | { to: 'download'; path: string }
  | { to: 'anchor'; anchor: string }
  /** Not allowed: its words are shown, and the address when the words do not say it. */
  | { to: 'text'; address: string | null };

export function shownLink(
  target: LinkTarget,
  children: readonly Inline[],
  links: Links,
): ShownLink {
  switch (target.to) {
    case 'web':
    case 'mail':
      return { to: target.to, url: target.url };
    case 'anchor':
      return target;
    case 'refused':
    case 'shown': {
      const isSaid = target.url === '' || inlineText(children).trim() === target.url;
      return { to: 'text', address: isSaid ? null : target.url };
    }
    case 'file': {
      const file = links[target.path];
      if (!file) return { to: 'text', address: null };
      if (file.to === 'asset') return { to: 'download', path: file.path };
      if (file.to === 'course') return { to: 'course' };
      // The whole glossary stands on the page of the course.
      if (file.to === 'glossary') {
        return target.anchor === undefined
          ? { to: 'course' }
          : { to: 'term', anchor: target.anchor };
      }
      return { to: 'lesson', lesson: file.lesson, anchor: target.anchor ?? null };
    }
  }
}

/** The address of a picture; null when the course has no such file. */
export function pictureUrl(source: LinkTarget, links: Links): string | null {
  const file = source.to === 'file' ? links[source.path] : undefined;
  return file?.to === 'asset' ? file.url : null;
}

/** The page's own title is the only heading of level 1. */
export const headingLevel = (level: number): HeadingLevel =>
  Math.min(6, Math.max(2, Math.round(level))) as HeadingLevel;

/** One level under the heading that each item stands under. */
export function itemHeadingLevels(nodes: readonly Prose[]): Map<string, HeadingLevel> {
  const levels = new Map<string, HeadingLevel>();
  let under = 1;
  const walk = (children: readonly Prose[]): void => {
    for (const node of children) {
      if (node.type === 'heading') under = headingLevel(node.level);
      else if (node.type === 'group') {
        levels.set(node.id, headingLevel(under + 1));
        under += 1;
        walk(node.children);
        under -= 1;
      } else if (node.type === 'item' || node.type === 'kept') {
        levels.set(node.id, headingLevel(under + 1));
      } else if (node.type === 'list') for (const item of node.items) walk(item.children);
      else if ('children' in node && node.type !== 'paragraph') walk(node.children);
    }
  };
  walk(nodes);
  return levels;
}

export const headingId = (anchor: string): string => `c-${anchor}`;
export const noteId = (notes: string, number: number): string => `${notes}-${number}`;
export const referenceId = (notes: string, number: number, occurrence: number): string =>
  `${notes}-${number}-${occurrence}`;

/** An image that stands alone in its paragraph is set as a picture of its own. */
export function lonePicture(
  children: readonly Inline[],
): Extract<Inline, { type: 'image' }> | null {
  const [only, ...rest] = children;
  return only?.type === 'image' && rest.length === 0 ? only : null;
}

/** Fields to fill in may not stand in a paragraph, so one with gaps is set as a box. */
export const hasGap = (nodes: readonly Inline[]): boolean =>
  nodes.some((node) => node.type === 'gap' || ('children' in node && hasGap(node.children)));
