// The files that lie inside a Moodle question, in base64, and where they go in the course.
import { shortHashOf } from '../../course/revision';
import type { Asset } from '../format';
import { type Report, short } from '../report';
import type { Files } from '../text/tidy';
import { childrenOf, type XmlElement } from './xml';

/** What a lesson may show, or offer to be saved. */
const endings: ReadonlySet<string> = new Set([
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'avif'],
  ...['mp3', 'ogg', 'opus', 'wav', 'm4a', 'mp4', 'webm', 'vtt'],
  ...['pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'txt', 'csv'],
]);

const endingOfType: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/avif': 'avif',
};

function bytesOf(base64: string): Uint8Array | undefined {
  const written = base64.replace(/\s+/g, '');
  if (written === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(written)) return undefined;
  try {
    return Uint8Array.from(atob(written), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const pluginFile = '@@PLUGINFILE@@/';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export class EmbeddedFiles implements Files {
  private readonly taken = new Map<string, Asset>();
  /** How many files have asked for a path. */
  private readonly paths = new Map<string, number>();
  /** Of the question that is being read, by the name its texts use. */
  private named = new Map<string, XmlElement>();

  constructor(private readonly report: Report) {}

  get assets(): Asset[] {
    return [...this.taken.values()];
  }

  /** The files of the question whose texts are read next. */
  open(question: XmlElement): void {
    this.named = new Map();
    const collect = (element: XmlElement): void => {
      for (const file of childrenOf(element, 'file')) {
        const folder = (file.attributes.path ?? '/').replace(/^\//, '');
        this.named.set(`${folder}${file.attributes.name ?? ''}`, file);
      }
      for (const child of element.children) collect(child);
    };
    collect(question);
  }

  find(url: string, line: number, name: string): string | null {
    const data = /^data:([a-z0-9.+/-]{1,60});base64,/i.exec(url.slice(0, 100));
    if (data) {
      const ending = endingOfType[(data[1] ?? '').toLowerCase()] ?? '';
      return this.take(`picture.${ending}`, url.slice(data[0].length), line, name);
    }
    if (!url.startsWith(pluginFile)) return null;
    const path = decoded(url.slice(pluginFile.length).split('?')[0] ?? '');
    const file = this.named.get(path);
    if (file) return this.take(path.split('/').at(-1) ?? path, file.text, line, name);
    this.report.add(line, 'file-missing', { name, file: short(path) });
    return null;
  }

  private take(file: string, base64: string, line: number, name: string): string | null {
    const ending = /\.([A-Za-z0-9]{1,5})$/.exec(file)?.[1]?.toLowerCase() ?? '';
    const key = `${ending} ${shortHashOf(base64)}`;
    const known = this.taken.get(key);
    if (known) return known.path;
    const bytes = endings.has(ending) ? bytesOf(base64) : undefined;
    if (!bytes) {
      this.report.add(line, 'file-refused', { name, file: short(file) });
      return null;
    }
    const path = this.pathFor(file.slice(0, -ending.length - 1), ending);
    this.taken.set(key, { path, bytes });
    this.report.add(line, 'file', { name, path });
    return path;
  }

  private pathFor(file: string, ending: string): string {
    const words = file
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g);
    const base = (words ?? ['file']).join('-').slice(0, 60);
    const wanted = `assets/${base}.${ending}`;
    let path = wanted;
    for (let count = this.paths.get(wanted) ?? 1; this.paths.has(path); count++) {
      path = `assets/${base}-${count + 1}.${ending}`;
      this.paths.set(wanted, count + 1);
    }
    this.paths.set(path, this.paths.get(path) ?? 1);
    return path;
  }
}
