// What a screen reader says of a page, from top to bottom: each element's role and its words.
import {
  computeAccessibleDescription,
  computeAccessibleName,
  getRole,
} from 'dom-accessibility-api';

export interface SpokenLine {
  /** ARIA role; null for plain text. */
  role: string | null;
  words: string;
  /** Of a heading, from 1. */
  level: number | null;
}

/** These say their own name, and what is inside is part of it. */
const wholes: ReadonlySet<string> = new Set([
  ...['button', 'link', 'heading', 'img', 'textbox', 'searchbox', 'checkbox', 'radio', 'option'],
  ...['switch', 'slider', 'combobox', 'progressbar', 'meter', 'tab', 'menuitem', 'summary'],
]);

/** These are said when one comes to them, and then what is inside. */
const frames: ReadonlySet<string> = new Set([
  ...['navigation', 'main', 'region', 'group', 'radiogroup', 'list', 'listbox', 'table', 'figure'],
  ...['form', 'dialog', 'alertdialog', 'article', 'status', 'alert', 'complementary', 'blockquote'],
]);

const isHidden = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  !element.checkVisibility({ visibilityProperty: true });

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function readingOrder(root: Element): SpokenLine[] {
  const lines: SpokenLine[] = [];
  let text = '';
  const endText = (): void => {
    const words = oneLine(text);
    if (words !== '') lines.push({ role: null, words, level: null });
    text = '';
  };
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.nodeValue ?? '';
      return;
    }
    if (!(node instanceof HTMLElement || node instanceof SVGElement) || isHidden(node)) return;
    // Its words are the name of what it labels, and are said there.
    if (node instanceof HTMLLabelElement && node.control && node.contains(node.control)) {
      visit(node.control);
      return;
    }
    const role = getRole(node);
    if (role !== null && wholes.has(role)) {
      endText();
      const described = oneLine(computeAccessibleDescription(node));
      const name = oneLine(computeAccessibleName(node));
      const level = role === 'heading' ? levelOf(node) : null;
      lines.push({ role, words: [name, described].filter(Boolean).join('. '), level });
      return;
    }
    const isFrame = role !== null && frames.has(role);
    const isBlock = isFrame || getComputedStyle(node).display !== 'inline';
    if (isBlock) endText();
    if (isFrame) {
      const words = oneLine(computeAccessibleName(node));
      if (words !== '' || role !== 'group') lines.push({ role, words, level: null });
    }
    for (const child of node.childNodes) visit(child);
    if (isBlock) endText();
  };
  visit(root);
  endText();
  return lines;
}

const levelOf = (element: Element): number =>
  Number(element.getAttribute('aria-level') ?? /^H([1-6])$/i.exec(element.tagName)?.[1] ?? 2);
