// Reads the blocks that ask nothing: folded text, pictures and recordings, steps, columns, figures to play with.
import type { Opening } from './attributes';
import { linkTarget } from './link-target';
import { plainText } from './plain-text';
import type { ProblemList } from './problem';
import type { Inline, LinkTarget, Prose } from './prose';
import { AttributeReader, checkAttributes } from './read-attributes';
import { readWhatIf } from './read-whatif';
import type { RawBlock } from './to-prose';

export interface PlainReading {
  problems: ProblemList;
  /** Turns a title into inline prose. */
  inline: (text: string, line: number) => Inline[];
}

/** Prose that a block of `plainKinds` becomes. */
export function readPlain(raw: RawBlock, { problems, inline }: PlainReading): Prose[] {
  const { opening } = raw;
  const { kind } = opening;
  if (kind === 'whatif') return readWhatIf(raw, problems);
  const isMedia = kind === 'video' || kind === 'audio';
  checkAttributes(kind, opening, raw.line, isMedia ? mediaAttributes[kind] : [], problems);
  if (isMedia) return readMedia(kind, raw, problems);
  switch (kind) {
    case 'details':
      return [readDetails(opening, raw, problems, inline)];
    case 'steps':
      return readSteps(raw, problems);
    case 'columns':
      return readColumns(raw, problems);
    default:
      return readFigure(opening, raw, problems);
  }
}

function readDetails(
  opening: Opening,
  raw: RawBlock,
  problems: ProblemList,
  inline: PlainReading['inline'],
): Prose {
  if (opening.title === '') problems.add('details-title-missing', raw.line);
  const title = inline(opening.title, raw.line);
  return { type: 'details', line: raw.line, title, children: raw.children };
}

/** Numbered lists with whatever is said around them. */
function readSteps(raw: RawBlock, problems: ProblemList): Prose[] {
  if (!raw.children.some((node) => node.type === 'list' && node.ordered)) {
    problems.add('steps-missing', raw.line);
    return raw.children;
  }
  return [{ type: 'steps', line: raw.line, children: raw.children }];
}

/** Nodes between rules; nothing stands between two rules that follow each other. */
function splitAtRules(nodes: readonly Prose[]): Prose[][] {
  const groups: Prose[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'rule') groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}

function readColumns(raw: RawBlock, problems: ProblemList): Prose[] {
  const columns = splitAtRules(raw.children);
  if (columns.length >= 2 && columns.length <= 3) {
    return [{ type: 'columns', line: raw.line, columns }];
  }
  problems.add('columns-count', raw.line, { count: columns.length });
  return raw.children;
}

export const mediaAttributes = {
  video: ['src', 'captions', 'poster'],
  audio: ['src', 'captions'],
} as const;

/** What the window can play, and be sure to play. */
export const playable = {
  video: ['mp4', 'webm'],
  audio: ['mp3', 'ogg', 'opus', 'wav', 'm4a'],
} as const;
export const pictures: readonly string[] = ['svg', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'];

/** A recording: what it is about, and after a rule everything in it as text. */
function readMedia(kind: 'video' | 'audio', raw: RawBlock, problems: ProblemList): Prose[] {
  const { line, opening, children } = raw;
  const reader = new AttributeReader(opening.attributes, line, problems);
  const file = (name: string, endings: readonly string[], isNeeded: boolean): LinkTarget | null => {
    const written = reader.text(name);
    const expected = `the path of a file of the course that ends in .${endings.join(', .')}`;
    if (written === undefined) {
      if (isNeeded)
        problems.add('attribute-missing', line, {
          kind,
          name,
          example: `{${name}=assets/file.${endings[0]}}`,
        });
      return null;
    }
    const target = linkTarget(written);
    const ending = target.to === 'file' ? /\.([^./]+)$/.exec(target.path)?.[1] : undefined;
    if (ending !== undefined && endings.includes(ending.toLowerCase())) return target;
    reader.unfit(name, written, expected);
    return null;
  };
  const source = file('src', playable[kind], true);
  const captions = file('captions', ['vtt'], kind === 'video');
  const poster = file('poster', pictures, false);
  const ruleAt = children.findIndex((node) => node.type === 'rule');
  const transcript = ruleAt < 0 ? [] : children.slice(ruleAt + 1);
  if (plainText(transcript).trim() === '') problems.add('transcript-missing', line, { kind });
  if (!source) return children;
  const caption = ruleAt < 0 ? children : children.slice(0, ruleAt);
  return [{ type: 'media', line, kind, source, captions, poster, caption, transcript }];
}

/** A picture, a caption, and after a rule a long description. Without a picture only the text is kept. */
function readFigure(opening: Opening, raw: RawBlock, problems: ProblemList): Prose[] {
  const first = raw.children[0];
  const image =
    first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined;
  if (image?.type !== 'image') {
    problems.add('figure-image-missing', raw.line);
    return raw.children;
  }
  const rest = raw.children.slice(1);
  const ruleAt = rest.findIndex((node) => node.type === 'rule');
  return [
    {
      type: 'figure',
      line: raw.line,
      ...(opening.id ? { id: opening.id } : {}),
      image: {
        source: image.source,
        alt: image.alt,
        ...(image.width !== undefined && { width: image.width }),
      },
      caption: ruleAt < 0 ? rest : rest.slice(0, ruleAt),
      description: ruleAt < 0 ? [] : rest.slice(ruleAt + 1),
    },
  ];
}
