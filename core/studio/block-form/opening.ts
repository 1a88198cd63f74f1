// The opening line of a block with the place of each of its parts; it agrees with `readOpening`.
import type { Edit, Source } from './source';

interface Place {
  from: number;
  to: number;
}

interface WrittenAttribute {
  name: string;
  value: string;
  /** The whole of `name="value"`. */
  whole: Place;
}

export interface OpeningSpots {
  kind: string;
  id: string | null;
  title: string;
  attributes: WrittenAttribute[];
  /** After the kind; after the id. */
  afterKind: number;
  afterId: number;
  idPlace: Place | null;
  /** Between the braces. */
  braces: Place | null;
  titlePlace: Place;
}

export function readOpeningSpots(source: Source, line: number): OpeningSpots {
  const words = source.words(line);
  const base = source.start(line);
  let at = /^[ \t]*:{3,}\s*/.exec(words)?.[0].length ?? 0;
  const take = (pattern: RegExp): { found: string | undefined; from: number } => {
    const match = pattern.exec(words.slice(at));
    const from = at;
    at += match?.[0].length ?? 0;
    return { found: match?.[1], from };
  };
  const kind = take(/^([^\s#{]*)\s*/);
  const id = take(/^#([^\s{]*)\s*/);
  const braces = take(/^\{([^}]*)\}\s*/);
  const title = words.slice(at).trimEnd();
  const afterKind = base + kind.from + (kind.found ?? '').length;
  const idFrom = base + id.from + 1;
  const idPlace = id.found === undefined ? null : { from: idFrom, to: idFrom + id.found.length };
  const inside = base + braces.from + 1;
  return {
    kind: kind.found ?? '',
    id: id.found || null,
    title,
    attributes: attributesIn(braces.found ?? '', inside),
    afterKind,
    afterId: idPlace?.to ?? afterKind,
    idPlace,
    braces: braces.found === undefined ? null : { from: inside, to: inside + braces.found.length },
    titlePlace: { from: base + at, to: base + at + title.length },
  };
}

/** As `readAttributes` takes them; what is malformed there is left out here. */
function attributesIn(text: string, base: number): WrittenAttribute[] {
  return [...text.matchAll(/([^\s="]+)="([^"]*)"|(\S+)/g)].flatMap((match) => {
    const [all, name, quoted, bare = ''] = match;
    const whole = { from: base + match.index, to: base + match.index + all.length };
    if (name !== undefined) return [{ name, value: quoted ?? '', whole }];
    const equals = bare.indexOf('=');
    if (equals === 0 || bare.includes('"')) return [];
    const [own, value] = equals < 0 ? [bare, ''] : [bare.slice(0, equals), bare.slice(equals + 1)];
    return [{ name: own, value, whole }];
  });
}

export const idEdit = ({ idPlace, afterKind }: OpeningSpots, id: string): Edit =>
  idPlace ? { ...idPlace, text: id } : { from: afterKind, to: afterKind, text: ` #${id}` };

/** A value without white space needs no quotes; a flag is its name alone. */
const written = (name: string, value: string, isFlag: boolean): string => {
  if (isFlag && value === '') return name;
  return /^[^\s"]+$/.test(value) ? `${name}=${value}` : `${name}="${value}"`;
};

/** Undefined where the value holds what ends it, or there is nothing to take away. */
export function attributeEdit(
  source: Source,
  opening: OpeningSpots,
  name: string,
  value: string | null,
  isFlag: boolean,
): Edit | undefined {
  if (value !== null && /["}\r\n]/.test(value)) return undefined;
  const { attributes, braces, afterId } = opening;
  const old = attributes.findLast((each) => each.name === name);
  if (value !== null) {
    if (old) {
      const wasQuoted = source.text[old.whole.to - 1] === '"' && value !== '';
      const text = wasQuoted ? `${name}="${value}"` : written(name, value, isFlag);
      return { ...old.whole, text };
    }
    const piece = written(name, value, isFlag);
    if (!braces) return { from: afterId, to: afterId, text: ` {${piece}}` };
    const isEmpty = source.text.slice(braces.from, braces.to).trim() === '';
    return { from: braces.to, to: braces.to, text: isEmpty ? piece : ` ${piece}` };
  }
  if (!old || !braces) return undefined;
  const rest =
    source.text.slice(braces.from, old.whole.from) + source.text.slice(old.whole.to, braces.to);
  if (rest.trim() === '') return { from: afterId, to: braces.to + 1, text: '' };
  // With the white space before it, or behind the first one.
  let { from, to } = old.whole;
  while (from > braces.from && /\s/.test(source.text[from - 1] ?? '')) from--;
  if (from === braces.from) while (to < braces.to && /\s/.test(source.text[to] ?? '')) to++;
  return { from, to, text: '' };
}
