// One item read from the body of its block, and what grading says about an answer to it.

import { type ItemKind, kindOf } from '../core/course/blocks';
import { inFileOrder } from '../core/course/blocks/arrangement';
import type { Grade, Interaction } from '../core/course/blocks/kind';
import type { Item } from '../core/course/item';
import { parseLesson } from '../core/course/parse';

export function itemOf<K extends ItemKind>(
  kind: K,
  body: string,
  attributes = '',
): Item & { kind: K } {
  const text = `::: ${kind} #x {${attributes}}\n${body}\n\n> [!WHY] why\n:::\n`;
  const [found] = parseLesson('01-a.md', text).items;
  if (found?.kind !== kind) throw new Error(`no ${kind} in ${text}`);
  return found as Item & { kind: K };
}

export const gradeOf = ({ kind, content }: Item, answer: unknown): Grade =>
  kindOf(kind).grade(content, answer);

export const shareOf = (item: Item, answer: unknown): number => gradeOf(item, answer).share;

export const isCompleteFor = ({ kind, content }: Item, answer: unknown): boolean =>
  kindOf(kind).isComplete(content, answer);

export const keyOf = ({ kind, content }: Item) => kindOf(kind).key(content);

/** What is due besides the key when the screen shows everything in the order of the file. */
export function dueOf({ kind, content }: Item, answer: unknown): unknown {
  const rules = kindOf(kind);
  return rules.due?.(content, answer, rules.arrange(content, inFileOrder));
}

export const interactionOf = ({ kind, content }: Item, answer: unknown): Interaction =>
  kindOf(kind).interaction(content, answer);
