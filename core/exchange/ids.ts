// Ids of questions and names of files, made of titles: the same title gives the same id each time.
import { idForm } from '../course/attributes';
import { shortHashOf } from '../course/revision';

const longest = 48;

/** Letters and digits that ASCII has; those of other scripts are counted, and then hashed. */
function slug(name: string): string {
  const given = name.slice(0, 400);
  const words = given
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const kept = (words ?? []).join('').length;
  const all = given.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  let made = '';
  for (const word of words ?? []) {
    if (made !== '' && made.length + word.length >= longest) break;
    made += made === '' ? word.slice(0, longest) : `-${word}`;
  }
  return kept * 2 < all || made === '' ? shortHashOf(name).slice(0, 8) : made;
}

/** Gives each name an id that no other has. */
export class Ids {
  private readonly used = new Map<string, number>();

  /** `fallback` begins ids that would begin with a digit. */
  constructor(private readonly fallback: string) {}

  next(name: string): string {
    const base = this.base(name.trim());
    let id = base;
    for (let count = this.used.get(base) ?? 1; this.used.has(id); count++) {
      id = `${base}-${count + 1}`;
      this.used.set(base, count + 1);
    }
    this.used.set(id, this.used.get(id) ?? 1);
    return id;
  }

  private base(name: string): string {
    if (name.length <= 80 && idForm.test(name)) return name;
    const made = slug(name);
    return /^[a-z]/.test(made) ? made : `${this.fallback}-${made}`;
  }
}
