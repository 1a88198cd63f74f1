// Reads what a translation office sends back as XLIFF 2: from outside, so nothing in it is believed.
import { DOMParser, type Element, type Node, onErrorStopParsing } from '@xmldom/xmldom';
import type { Returned, ReturnedUnit } from './exchange';

/** Characters. */
export const largestExchange = 20_000_000;
const mostUnits = 100_000;
/** Reading takes quadratic time in them, and an office needs a few. */
const mostNamespaces = 500;
/** Beyond this depth nothing is looked at: it would fill the stack. */
const deepest = 64;

/** Null for what is no XLIFF 2 with a language to translate into. Never throws. */
export function readXliff(text: string): Returned | null {
  // No document type: it could name other files and entities without end, and none is needed.
  if (text.length > largestExchange || /<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  if (text.split('xmlns').length > mostNamespaces) return null;
  let root: Element | null;
  try {
    root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text.replace(/^\uFEFF/, ''),
      'text/xml',
    ).documentElement;
  } catch {
    return null;
  }
  if (root?.localName !== 'xliff' || !root.getAttribute('version')?.startsWith('2.')) return null;
  const targetLanguage = root.getAttribute('trgLang');
  if (!targetLanguage) return null;
  let count = 0;
  const files = childrenOf(root, 'file').map((file) => ({
    file: file.getAttribute('original') ?? '',
    units: unitsIn(file).flatMap((unit) => (++count > mostUnits ? [] : (readUnit(unit) ?? []))),
  }));
  return { sourceLanguage: root.getAttribute('srcLang'), targetLanguage, files };
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

const childrenOf = (parent: Element, name: string): Element[] =>
  [...parent.childNodes].filter(isElement).filter(({ localName }) => localName === name);

/** Offices may have put units into groups. */
const unitsIn = (parent: Element, depth = 0): Element[] =>
  [...parent.childNodes].filter(isElement).flatMap((child) => {
    if (child.localName === 'unit') return [child];
    return child.localName === 'group' && depth < deepest ? unitsIn(child, depth + 1) : [];
  });

/** Offices may have cut a unit into several segments; what lies between them is not to be ignored. */
function readUnit(unit: Element): ReturnedUnit | undefined {
  const parts = [...unit.childNodes]
    .filter(isElement)
    .filter(({ localName }) => localName === 'segment' || localName === 'ignorable');
  let source = '';
  let target = '';
  let isSaid = true;
  for (const part of parts) {
    const [from] = childrenOf(part, 'source');
    const [to] = childrenOf(part, 'target');
    if (!from) return undefined;
    source += textOf(from);
    if (part.localName === 'ignorable') {
      target += textOf(to ?? from);
      continue;
    }
    if (!to || textOf(to).trim() === '') return undefined;
    target += textOf(to);
    isSaid &&= ['translated', 'reviewed', 'final'].includes(part.getAttribute('state') ?? '');
  }
  if (target.trim() === '') return undefined;
  return { key: unit.getAttribute('name'), source, target, isSaid };
}

/** Marks that an office's tool put in are left out, their words are not. */
function textOf(node: Node, depth = 0): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === 3 || child.nodeType === 4) text += child.nodeValue ?? '';
    else if (isElement(child) && depth < deepest) {
      text += child.localName === 'cp' ? signOf(child) : textOf(child, depth + 1);
    }
  }
  return text;
}

function signOf(element: Element): string {
  const hex = element.getAttribute('hex') ?? '';
  return /^[0-9a-f]{1,4}$/i.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : '';
}
