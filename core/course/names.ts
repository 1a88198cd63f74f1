// What a text may name once: the anchors of its headings, the ids of its blocks.
import { anchorOf } from './anchor';

/** A question that was asked while a text was read, and what came of it. */
export type Named =
  | { heading: string; anchor: string }
  | { id: string; line: number; earlier: number | undefined };

export class Names {
  private readonly anchors = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  private readonly asked: Named[] = [];

  /** The anchor of a heading; a second equal one gets `-1`. */
  anchor(heading: string): string {
    const base = anchorOf(heading);
    let anchor = base;
    for (let count = this.anchors.get(base) ?? 0; this.anchors.has(anchor); count++) {
      anchor = `${base}-${count}`;
      this.anchors.set(base, count + 1);
    }
    this.anchors.set(anchor, 1);
    this.asked.push({ heading, anchor });
    return anchor;
  }

  /** Gives an id to the block in a line; the line of the block that has it already, if one has. */
  id(id: string, line: number): number | undefined {
    const earlier = this.ids.get(id);
    if (earlier === undefined) this.ids.set(id, line);
    this.asked.push({ id, line, earlier });
    return earlier;
  }

  get count(): number {
    return this.asked.length;
  }

  /** What was asked since there were `count` names. */
  since(count: number): Named[] {
    return this.asked.slice(count);
  }

  /** Asks the same again. False when something else comes of it: these names are of no use then. */
  again(asked: readonly Named[]): boolean {
    return asked.every((one) =>
      'heading' in one
        ? this.anchor(one.heading) === one.anchor
        : this.id(one.id, one.line) === one.earlier,
    );
  }
}
