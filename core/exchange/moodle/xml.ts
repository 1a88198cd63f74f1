// XML in, elements out. saxes reads it strictly, with the place of each mistake, and knows no entities
// but the five of XML: nothing that a file declares is ever put in.
import { SaxesParser } from 'saxes';
import { exchangeLimits } from '../limits';

export interface XmlElement {
  name: string;
  line: number;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** The characters right inside it. */
  text: string;
}

export interface XmlFault {
  kind: 'broken' | 'deep';
  line: number;
  reason: string;
}

class Stop extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.reason);
  }
}

/** The line of the first `&` outside CDATA that begins no entity of XML; 0 when there is none. */
function bareAmpersand(text: string): number {
  let line = 1;
  for (const [at, part] of text.split('<![CDATA[').entries()) {
    const end = at === 0 ? 0 : part.indexOf(']]>');
    const bare = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/.exec(
      end < 0 ? '' : part.slice(end),
    );
    if (bare) return line + part.slice(0, end + bare.index).split('\n').length - 1;
    line += part.split('\n').length - 1;
  }
  return 0;
}

/**
 * Calls `whole` with each element of the given depth (the root has depth 0) as soon as it is
 * whole, and `root` with the name of the outermost one. What comes before a mistake is read.
 */
export function readXml(
  text: string,
  depth: number,
  { root, whole }: { root: (name: string) => void; whole: (element: XmlElement) => void },
): XmlFault | undefined {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({
    position: true,
    xmlns: false,
  });
  const open: XmlElement[] = [];
  const pieces: string[][] = [];
  // An ampersand that stands alone takes the parser far behind it.
  const amp = bareAmpersand(text);
  parser.on('error', (error) => {
    if (amp > 0 && amp <= parser.line) {
      throw new Stop({ kind: 'broken', line: amp, reason: '& without an entity' });
    }
    const reason = error.message.replace(/^\d+:\d+: /, '');
    throw new Stop({ kind: 'broken', line: parser.line, reason });
  });
  // Where the tag begins: attributes may stand in further lines.
  let begin = 1;
  parser.on('opentagstart', () => {
    begin = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= exchangeLimits.depth) {
      throw new Stop({ kind: 'deep', line: parser.line, reason: name });
    }
    if (open.length === 0) root(name);
    const element: XmlElement = { name, line: begin, attributes, children: [], text: '' };
    if (open.length > depth) open.at(-1)?.children.push(element);
    open.push(element);
    pieces.push([]);
  });
  const add = (characters: string): void => {
    pieces.at(-1)?.push(characters);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const element = open.pop();
    const characters = pieces.pop();
    if (!element) return;
    element.text = characters?.join('') ?? '';
    if (open.length === depth) whole(element);
  });
  try {
    parser.write(text).close();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.fault;
    throw error;
  }
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The words of an element, or of the `<text>` inside it. */
export const ownText = (element: XmlElement | undefined): string =>
  (childOf(element, 'text')?.text ?? element?.text ?? '').trim();

export const childText = (element: XmlElement | undefined, name: string): string =>
  ownText(childOf(element, name));
