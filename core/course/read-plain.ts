// Reads the blocks that ask nothing: folded text, a figure, figures to play with.
import type { Opening } from './attributes';
import type { ProblemList } from './problem';
import type { Inline, Prose } from './prose';
import { checkAttributes } from './read-attributes';
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
  if (opening.kind === 'whatif') return readWhatIf(raw, problems);
  checkAttributes(opening.kind, opening, raw.line, [], problems);
  return opening.kind === 'details'
    ? [readDetails(opening, raw, problems, inline)]
    : readFigure(opening, raw, problems);
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
      image: { source: image.source, alt: image.alt },
      caption: ruleAt < 0 ? rest : rest.slice(0, ruleAt),
      description: ruleAt < 0 ? [] : rest.slice(ruleAt + 1),
    },
  ];
}
