// What translations were made from: without it nobody could tell which words of a source changed since.
import { z } from '../../zod';

const text = z.string();

export const memoryForm = z.object({
  /** A text of the source and what it was translated as; the newest last. */
  pairs: z.array(z.tuple([text, text])),
  /** Texts of the source that were put into a translation until somebody translates them. */
  copied: z.array(text),
});
export type MemoryData = z.infer<typeof memoryForm>;

const mostPairs = 20_000;

/** Of one course and one language. */
export class Memory {
  private readonly sources = new Map<string, Set<string>>();
  private readonly copies: Set<string>;

  constructor(data: MemoryData = { pairs: [], copied: [] }) {
    for (const [source, target] of data.pairs) this.learn(source, target);
    this.copies = new Set(data.copied);
  }

  /** The texts that this is known to be a translation of, the newest last. */
  sourcesOf(target: string): string[] {
    return [...(this.sources.get(target) ?? [])];
  }

  /** What this was translated as, the newest; undefined where it never was. */
  targetOf(source: string): string | undefined {
    return [...this.sources].findLast(([, sources]) => sources.has(source))?.[0];
  }

  isCopy(target: string): boolean {
    return this.copies.has(target);
  }

  learn(source: string, target: string): void {
    const known = this.sources.get(target) ?? new Set();
    known.delete(source);
    known.add(source);
    this.sources.delete(target);
    this.sources.set(target, known);
  }

  forget(source: string, target: string): void {
    const known = this.sources.get(target);
    known?.delete(source);
    if (known?.size === 0) this.sources.delete(target);
  }

  copied(source: string): void {
    this.copies.add(source);
  }

  get data(): MemoryData {
    const pairs = [...this.sources].flatMap(([target, sources]) =>
      [...sources].map((source): [string, string] => [source, target]),
    );
    return { pairs: pairs.slice(-mostPairs), copied: [...this.copies].slice(-mostPairs) };
  }
}
