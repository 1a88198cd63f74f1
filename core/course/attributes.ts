// Reads what stands after a block's kind: `#id`, `{name=value other="two words"}` and a title.

export interface Opening {
  kind: string;
  id?: string;
  attributes: Map<string, string>;
  /** What is left: the title of `details`. */
  title: string;
  /** Pieces inside the braces that are no attribute. */
  malformed: string[];
}

/** What an id must look like. */
export const idForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const kindPattern = /^([^\s#{]*)\s*/;
const idPattern = /^#([^\s{]*)\s*/;

/** Splits the text inside braces: `name=value`, `name="two words"`, or a bare flag such as `pin`. */
export function readAttributes(text: string): {
  attributes: Map<string, string>;
  malformed: string[];
} {
  const attributes = new Map<string, string>();
  const malformed: string[] = [];
  for (const match of text.matchAll(/([^\s="]+)="([^"]*)"|(\S+)/g)) {
    const [, name, quoted, bare] = match;
    if (name !== undefined) attributes.set(name, quoted ?? '');
    else if (bare !== undefined) {
      const equals = bare.indexOf('=');
      if (equals === 0 || bare.includes('"')) malformed.push(bare);
      else if (equals < 0) attributes.set(bare, '');
      else attributes.set(bare.slice(0, equals), bare.slice(equals + 1));
    }
  }
  return { attributes, malformed };
}

/** Reads the line after the colons. */
export function readOpening(info: string): Opening {
  let rest = info.trim();
  const kind = kindPattern.exec(rest);
  rest = rest.slice(kind?.[0].length ?? 0);
  const id = idPattern.exec(rest);
  if (id) rest = rest.slice(id[0].length);
  let attributes = new Map<string, string>();
  let malformed: string[] = [];
  const braces = /^\{([^}]*)\}\s*/.exec(rest);
  if (braces) {
    ({ attributes, malformed } = readAttributes(braces[1] ?? ''));
    rest = rest.slice(braces[0].length);
  }
  return {
    kind: kind?.[1] ?? '',
    ...(id?.[1] ? { id: id[1] } : {}),
    attributes,
    title: rest.trim(),
    malformed,
  };
}
