// The files that lessons show or offer: each gets a safe name, and is copied once.
import { limits } from '../../course/limits';
import { isPicturePath } from './folder';
import { endingOf, folderOf, Names, nameOf, slugOf, withoutEnding } from './names';

export class Assets {
  private readonly names = new Names();
  private readonly byPath = new Map<string, string>();
  private bytes = 0;

  /** `most` files may be copied. */
  constructor(
    private readonly sizeOf: (path: string) => number,
    private readonly most: number,
  ) {}

  /** The path in the course; undefined where it is too large for one, or would make it so. */
  take(path: string): string | undefined {
    const known = this.byPath.get(path);
    if (known !== undefined) return known;
    const size = this.sizeOf(path);
    if (isPicturePath(path) && size > limits.imageBytes) return undefined;
    if (this.byPath.size >= this.most || this.bytes + size > limits.courseBytes) return undefined;
    this.bytes += size;
    const folders = folderOf(path)
      .split('/')
      .filter(
        (part) =>
          part !== '' && !/^(?:assets|static|public|images?|img|src|docs|content)$/i.test(part),
      )
      .slice(-3)
      .map((part) => slugOf(part, 'folder'));
    const stem = ['assets', ...folders, slugOf(withoutEnding(nameOf(path)), 'file')].join('/');
    const ending = endingOf(path).replace(/[^a-z0-9]/g, '');
    const dotted = ending === '' ? '' : `.${ending}`;
    const name = this.names.free(`${stem}${dotted}`, (number) => `${stem}-${number}${dotted}`);
    this.byPath.set(path, name);
    return name;
  }

  /** Source and place of each file to copy, in the order in which they were first used. */
  get copies(): [from: string, to: string][] {
    return [...this.byPath];
  }
}
